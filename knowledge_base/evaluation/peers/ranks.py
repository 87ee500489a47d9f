"""Asking peers: at which rank the right document comes, and how long each question takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from knowledge_base.evaluation.peers.peer import Peer


def silent() -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True)
class Wanted:
    """A question and the codes of the documents that answer it."""

    question: str
    right: Collection[str]


@dataclass(frozen=True)
class Ranks:
    """For each question the rank of the best right document, from 0, None where none was found.

    ``all_right`` are the ranks of all right ones that were found; ``seconds`` of one core each question took.
    """

    first_right: list[int | None]
    all_right: list[list[int]]
    seconds: list[float]


def ranks(peer: Peer, questions: Sequence[Wanted], asked: Callable[[], None] = silent) -> Ranks:
    """Ask a peer every question, one after the other; ``asked`` is called after each one."""
    found = Ranks([], [], [])
    for question in questions:
        began = time.thread_time()
        ranked = peer.rank(question.question)
        found.seconds.append(time.thread_time() - began)
        places = [place for place, code in enumerate(ranked) if code in question.right]
        found.first_right.append(places[0] if places else None)
        found.all_right.append(places)
        asked()
    return found
