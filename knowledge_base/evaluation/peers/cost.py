"""What a peer costs: building it, its memory, and how long it takes a question."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from knowledge_base.evaluation.peers.peer import Peer

_STATM, _RESIDENT = Path("/proc/self/statm"), 1


@dataclass(frozen=True)
class Built:
    """A peer with the processor time it took to build, in seconds, and what the process grew by, in MB.

    The growth is rough where something was freed before; NaN where the system does not tell it.
    """

    peer: Peer
    seconds: float
    memory: float

    @classmethod
    def by(cls, make: Callable[[], Peer]) -> Built:
        """Build a peer; raises what building it raises."""
        before, began = _resident(), time.process_time()
        peer = make()
        return cls(peer, time.process_time() - began, _resident() - before)


@dataclass(frozen=True)
class Latency:
    """Milliseconds of one core that a question takes."""

    median: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Latency:
        """Sum up what single questions took."""
        if not seconds:
            return cls(0.0, 0.0)
        median, p95 = np.percentile(seconds, [50, 95]).tolist()
        return cls(median * 1000, p95 * 1000)


def _resident() -> float:
    if not _STATM.exists():
        return float("nan")
    pages = int(_STATM.read_text("ascii").split()[_RESIDENT])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
