"""What a search finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np

from knowledge_base.search.entries import Floats
from knowledge_base.search.evidence import names

Verdict = Literal["clear", "several", "none"]
_NOTHING: Final = np.zeros(0, np.float32)


@dataclass(frozen=True)
class Candidate:
    """A procedure that may be meant: ``score`` is the chance (0 to 1) that it is.

    ``is_held``: the base has its record and can tell it. ``values`` is what spoke for it, as evidence names it.
    """

    code: str
    score: float
    values: Floats = field(default_factory=lambda: _NOTHING, compare=False)
    is_held: bool = True

    @property
    def parts(self) -> Mapping[str, float]:
        """What the score is made of, by name."""
        return dict(zip(names(), self.values.tolist(), strict=True)) if len(self.values) else {}


@dataclass(frozen=True)
class SearchResult:
    """``clear``: the first candidate is meant. ``several``: one to four candidates to offer, one if it is
    likely and not sure. ``none``: no procedure of the base is meant; the candidates are the nearest ones.

    ``named``: the code of a procedure that is known by name and not held, where that is what is meant.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    named: str = ""
