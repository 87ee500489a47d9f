"""The names of a few documents, to compare a question with each name by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Floats, unrolled
from knowledge_base.search.names import Owners


@dataclass(frozen=True)
class NearNames:
    """``rows`` are the numbers of the names, ``owner`` [rows] tells which of the documents each belongs to.

    The documents, ``size`` of them, are counted from 0 in the order of their places in the index.
    """

    rows: NDArray[np.intp]
    owner: NDArray[np.intp]
    size: int

    @classmethod
    def of(cls, places: NDArray[np.intp], owners: Sequence[Owners]) -> NearNames:
        """Take the names of the documents at ``places``, of each kind of names."""
        first, end = (
            np.concatenate([of_kind.begins[at] for of_kind in owners]) for at in (places, places + 1)
        )
        rows, runs = unrolled(first, end)
        return cls(rows, runs % max(len(places), 1), len(places))

    def best(self, values: Floats, at_least: float = 0.0) -> Floats:
        """Return the best of each document's ``values`` [rows], ``at_least`` where all are less; float32 [size]."""
        best = np.full(self.size, at_least, np.float32)
        np.maximum.at(best, self.owner, values)
        return best
