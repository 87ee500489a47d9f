"""What peers cost at several sizes of the base, each in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Final

from knowledge_base.evaluation.compared import Cost
from knowledge_base.evaluation.growth.multiplied import multiplied
from knowledge_base.evaluation.peers.cost import Built, Latency
from knowledge_base.evaluation.peers.full_text import FullText
from knowledge_base.evaluation.peers.ours import Ours
from knowledge_base.evaluation.peers.peer import Peer, PeerUnavailable
from knowledge_base.evaluation.peers.plain_bm25s import PlainBm25s
from knowledge_base.evaluation.peers.ranks import Wanted, ranks, silent
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.search import ProcedureSearch

SIZES: Final = (6_000, 60_000)

Documents = Sequence[SearchDocument]


def _ours(documents: Documents) -> Peer:
    return Ours(ProcedureSearch.over(documents))


GROWING: Final[Mapping[str, Callable[[Documents], Peer]]] = {
    "ours": _ours,
    "bm25s": PlainBm25s,
    "FTS5": FullText,
}
"""By words alone: an encoder's time does not grow with the base, and its vectors by 0.8 kB a name."""


@dataclass(frozen=True)
class Grown:
    """What a peer costs over so many documents."""

    peer: str
    size: int
    cost: Cost


def growth(
    documents: Documents,
    questions: Sequence[str],
    sizes: Sequence[int] = SIZES,
    measured: Callable[[], None] = silent,
) -> list[Grown]:
    """Build each peer over multiplied documents and ask it the questions; at 60,000, many minutes of one core.

    One that cannot be built is left out.
    """
    grown: list[Grown] = []
    for size in sizes:
        for name in GROWING:
            with ProcessPoolExecutor(1, get_context("spawn")) as process:
                cost = process.submit(_cost, name, documents, size, questions).result()
            measured()
            grown += [Grown(name, size, cost)] if cost else []
    return grown


def _cost(name: str, documents: Documents, size: int, questions: Sequence[str]) -> Cost | None:
    made = multiplied(documents, size)
    try:
        built = Built.by(lambda: GROWING[name](made))
    except PeerUnavailable:
        return None
    seconds = ranks(built.peer, [Wanted(question, ()) for question in questions]).seconds
    return Cost(built.seconds, built.memory, Latency.of(seconds))
