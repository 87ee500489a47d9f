"""What a search finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from knowledge_base.search.evidence import names

Verdict = Literal["clear", "several", "none"]


@dataclass(frozen=True)
class Candidate:
    """A procedure that may be meant: ``score`` is the chance (0 to 1) that it is.

    ``is_held``: the base has its record and can tell it. ``values`` is what spoke for it, as evidence names it.
    """

    code: str
    score: float
    values: Sequence[float] = field(default=(), compare=False)
    is_held: bool = True

    @property
    def parts(self) -> Mapping[str, float]:
        """What the score is made of, by name."""
        return dict(zip(names(), self.values, strict=True)) if self.values else {}


@dataclass(frozen=True)
class SearchResult:
    """``clear``: the first candidate is meant. ``several``: one to four candidates to offer, one if it is
    likely and not sure. ``none``: no procedure of the base is meant; the candidates are the nearest ones.

    ``named``: the code of a procedure that is known by name and not held, where that is what is meant.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    named: str = ""
