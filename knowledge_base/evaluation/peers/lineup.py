"""The peers that can be built on this machine, and why others cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge_base.evaluation.peers.cost import Built
from knowledge_base.evaluation.peers.peer import Peer, PeerUnavailable


@dataclass(frozen=True)
class Lineup:
    """Peers by name in the order of comparison, and for each one left out the reason."""

    built: Mapping[str, Built]
    left_out: Mapping[str, str]

    @classmethod
    def of(cls, makers: Mapping[str, Callable[[], Peer]]) -> Lineup:
        """Build each peer in turn."""
        built: dict[str, Built] = {}
        left_out: dict[str, str] = {}
        for name, make in makers.items():
            try:
                built[name] = Built.by(make)
            except PeerUnavailable as reason:
                left_out[name] = str(reason)
        return cls(built, left_out)
