"""The public sets, measured: peers beside each other, clean and with noises."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.evaluation.bench.over_passages import over_passages
from knowledge_base.evaluation.bench.reading import Bench
from knowledge_base.evaluation.compared import ByPeer, Compared, Cost
from knowledge_base.evaluation.measures import Share
from knowledge_base.evaluation.noises.noisy import Noisy, noisy
from knowledge_base.evaluation.peers.lineup import Lineup
from knowledge_base.evaluation.peers.ranks import silent


@dataclass(frozen=True)
class BenchMeasured:
    """Rightness and nDCG@10 of each peer on a set, what it costs, and how right it is with noises."""

    right: ByPeer
    gains: Mapping[str, Share]
    noises: Mapping[str, Noisy]
    costs: Mapping[str, Cost]
    left_out: Mapping[str, str]


def measured(
    bench: Bench,
    encoder: Encoder | None,
    noises: Sequence[str] = (),
    asked: Callable[[], None] = silent,
) -> BenchMeasured:
    """Build the peers over the set's passages and ask them its questions, clean and with each of ``noises``."""
    lineup = Lineup.of(over_passages(bench.documents, encoder))
    peers = {name: built.peer for name, built in lineup.built.items()}
    compared = Compared.of(peers, bench.questions, asked)
    return BenchMeasured(
        compared.right(),
        compared.gains(),
        noisy(peers, bench.questions, noises, asked),
        compared.costs(lineup.built),
        lineup.left_out,
    )
