"""Something to know about this machine that is no trouble."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """What is so, and the command or setting that changes it."""

    what: str
    change: str

    def __str__(self) -> str:
        return f"{self.what}\n    to change it: {self.change}"
