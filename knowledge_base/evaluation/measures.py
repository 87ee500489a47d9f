"""How right a ranking is: right first, within four, mean reciprocal rank, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_WITHIN = 4
_DRAWS, _SEED = 2000, 20260718


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1 with its 95% bootstrap interval over ``count`` questions."""

    value: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{100 * self.value:.1f} [{100 * self.low:.1f}, {100 * self.high:.1f}]"


@dataclass(frozen=True)
class Rightness:
    """What is told of a set of questions."""

    first: Share
    within_four: Share
    reciprocal: Share


def rightness(ranks: Sequence[int | None]) -> Rightness:
    """Sum up ranks, from 0 for right first; None where the right procedure was not found."""
    found = np.array([np.inf if rank is None else rank for rank in ranks])
    return Rightness(share(found == 0), share(found < _WITHIN), share(1 / (1 + found)))


def share(values: Sequence[float] | np.ndarray) -> Share:
    """Return the mean with its interval; empty gives zeros."""
    array = np.asarray(values, float)
    if not len(array):
        return Share(0.0, 0.0, 0.0, 0)
    drawn = np.random.default_rng(_SEED).integers(0, len(array), (_DRAWS, len(array)))
    low, high = np.percentile(array[drawn].mean(axis=1), [2.5, 97.5])
    return Share(float(array.mean()), float(low), float(high), len(array))
