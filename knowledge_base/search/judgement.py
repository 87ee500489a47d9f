"""How evidence adds up, and what is enough to answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Judgement:
    """Weights of the evidence in log-odds, and limits; fitted in docs/decisions/0006-search-verdicts.md.

    ``words``: BM25, the share of the query that the procedure's texts carry. ``alike``: likeness to its
    closest name. ``elsewhere``: likeness to the closest name of anything the base does not hold. ``claimed``:
    share of the query that only such names know. ``uncalled``: a special procedure whose word was not said;
    ``open``: the same where the level would decide. ``outdone``: a plain procedure beside a special one that
    was called for.
    """

    bias: float = -1.2
    words: float = 7.5
    alike: float = 8.0
    elsewhere: float = -10.4
    claimed: float = -6.5
    uncalled: float = -2.0
    open: float = -0.5
    outdone: float = -2.0
    sure: float = 0.9
    possible: float = 0.5
    margin: float = 1.8
    wide_margin: float = 2.5
    claimed_at_most: float = 0.2

    def chance(self, parts: Mapping[str, float]) -> float:
        """Return the chance, 0 to 1, that a procedure with this evidence is meant."""
        odds = self.bias + sum(getattr(self, part) * value for part, value in parts.items())
        return 1 / (1 + math.exp(-odds))


def log_odds(chance: float) -> float:
    """Return the log-odds of a chance below 1."""
    return math.log(chance / (1 - chance))
