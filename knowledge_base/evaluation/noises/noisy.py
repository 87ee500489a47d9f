"""How right peers are on questions with noise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge_base.evaluation.compared import ByPeer, Compared
from knowledge_base.evaluation.measures import Share
from knowledge_base.evaluation.noises.typed import typed
from knowledge_base.evaluation.peers.peer import Peer
from knowledge_base.evaluation.peers.ranks import Wanted, silent


@dataclass(frozen=True)
class Noisy:
    """Rightness and nDCG@10 of each peer with one noise."""

    right: ByPeer
    gains: Mapping[str, Share]


def noisy(
    peers: Mapping[str, Peer],
    questions: Sequence[Wanted],
    noises: Sequence[str],
    asked: Callable[[], None] = silent,
) -> Mapping[str, Noisy]:
    """Ask the questions once with each noise."""
    told = {}
    for noise in noises:
        changed = [Wanted(typed(question.question, noise), question.right) for question in questions]
        compared = Compared.of(peers, changed, asked)
        told[noise] = Noisy(compared.right(), compared.gains())
    return told
