"""By when a turn must be answered."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Deadline:
    """A moment on the monotonic clock."""

    at: float

    @classmethod
    def in_seconds(cls, seconds: float) -> Deadline:
        """Return the moment so many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def is_past(self) -> bool:
        """Whether the moment has come."""
        return time.monotonic() >= self.at

    def left(self, at_most: float = float("inf")) -> float:
        """Return the seconds that are left, no more than asked and never less than a blink."""
        return min(at_most, max(0.05, self.at - time.monotonic()))
