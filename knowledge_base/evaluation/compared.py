"""Peers beside each other on the same questions, whole and by group."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from knowledge_base.evaluation.measures import Rightness, Share, first_right, gain, gap, rightness
from knowledge_base.evaluation.peers.cost import Built, Latency
from knowledge_base.evaluation.peers.peer import Peer
from knowledge_base.evaluation.peers.ranks import Ranks, Wanted, ranks

ByPeer = Mapping[str, Rightness]


@dataclass(frozen=True)
class Cost:
    """Of building a peer: seconds of processor time and MB; of a question: milliseconds of one core."""

    build_seconds: float
    memory_mb: float
    latency: Latency


@dataclass(frozen=True)
class Compared:
    """Each peer's ranks for the same questions."""

    questions: Sequence[Wanted]
    ranks: Mapping[str, Ranks]

    @classmethod
    def of(
        cls, peers: Mapping[str, Peer], questions: Sequence[Wanted], asked: Callable[[], None]
    ) -> Compared:
        """Ask every peer every question, the peers side by side; ``asked`` is called after each one."""
        with ThreadPoolExecutor(max(1, len(peers))) as threads:
            found = threads.map(lambda peer: ranks(peer, questions, asked), peers.values())
            return cls(questions, dict(zip(peers, found, strict=True)))

    def right(self) -> ByPeer:
        """Return how right each peer is on all questions."""
        return {name: rightness(found.first_right) for name, found in self.ranks.items()}

    def by(self, groups: Sequence[str]) -> Mapping[str, ByPeer]:
        """Return the same for each group; ``groups`` [questions] tells which one a question is in."""
        return {group: self._of([other == group for other in groups]) for group in dict.fromkeys(groups)}

    def gaps(self, groups: Sequence[str], one: str, other: str) -> Mapping[str, Share]:
        """Return by how much more often each peer is right first in one group than in another."""
        return {name: self._gap(found, groups, one, other) for name, found in self.ranks.items()}

    def gains(self) -> Mapping[str, Share]:
        """Return the nDCG@10 of each peer."""
        wanted = [len(question.right) for question in self.questions]
        return {name: gain(found.all_right, wanted) for name, found in self.ranks.items()}

    def costs(self, built: Mapping[str, Built]) -> Mapping[str, Cost]:
        """Return what each peer costs."""
        return {
            name: Cost(built[name].seconds, built[name].memory, Latency.of(found.seconds))
            for name, found in self.ranks.items()
        }

    def _of(self, is_in: Sequence[bool]) -> ByPeer:
        return {
            name: rightness([rank for rank, kept in zip(found.first_right, is_in, strict=True) if kept])
            for name, found in self.ranks.items()
        }

    def _gap(self, found: Ranks, groups: Sequence[str], one: str, other: str) -> Share:
        right = list(zip(first_right(found.first_right), groups, strict=True))
        return gap(
            [was for was, group in right if group == one], [was for was, group in right if group == other]
        )
