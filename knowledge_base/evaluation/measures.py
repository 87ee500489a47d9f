"""How right a ranking is: right first, within four, reciprocal rank, gain, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_WITHIN = 4
_GAIN_WITHIN = 10
_DRAWS, _SEED = 2000, 20260718


@dataclass(frozen=True)
class Share:
    """A share from 0 to 1, or a gap between two, with its 95% bootstrap interval over ``count`` questions."""

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


def first_right(ranks: Sequence[int | None]) -> list[bool]:
    """Return for each question whether the right procedure came first."""
    return [rank == 0 for rank in ranks]


def gain(places: Sequence[Sequence[int]], wanted: Sequence[int]) -> Share:
    """Return nDCG@10, given for each question the ranks of its right documents found, and how many there are."""
    discounts = 1 / np.log2(np.arange(2, _GAIN_WITHIN + 2))
    return share(
        [
            sum(discounts[place] for place in found if place < _GAIN_WITHIN) / discounts[:count].sum()
            for found, count in zip(places, wanted, strict=True)
        ]
    )


def gap(values: Sequence[float], others: Sequence[float]) -> Share:
    """Return by how much the mean of values is higher than that of other questions; ``count`` is of all."""
    drawn = _drawn(np.asarray(values, float)) - _drawn(np.asarray(others, float))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Share(float(np.mean(values) - np.mean(others)), float(low), float(high), len(values) + len(others))


def share(values: Sequence[float] | np.ndarray) -> Share:
    """Return the mean with its interval; empty gives zeros."""
    array = np.asarray(values, float)
    if not len(array):
        return Share(0.0, 0.0, 0.0, 0)
    low, high = np.percentile(_drawn(array), [2.5, 97.5])
    return Share(float(array.mean()), float(low), float(high), len(array))


def drawn_places(count: int) -> np.ndarray:
    """Return the places [draws, count] of samples drawn with replacement, the same for the same count."""
    return np.random.default_rng([_SEED, count]).integers(0, count, (_DRAWS, count))


def _drawn(array: np.ndarray) -> np.ndarray:
    """Return the means of so many samples drawn from the values."""
    means: np.ndarray = array[drawn_places(len(array))].mean(axis=1)
    return means
