"""What is wrong with a file that people write, said so that they can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """One mistake: where it is, what is wrong, why that matters, how to mend it. Lines count from 1."""

    file: str
    line: int
    what: str
    why: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}; {self.why}; {self.mend}"
