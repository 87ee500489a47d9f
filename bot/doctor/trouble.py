"""Something that is wrong on this machine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trouble:
    """What is wrong, and the command or change that mends it."""

    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.what}\n    mend: {self.mend}"
