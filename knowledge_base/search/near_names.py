"""The names of a few documents, to compare a question with each name by itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Floats, Numbers


@dataclass(frozen=True)
class NearNames:
    """``rows`` are the numbers of the names, ``owner`` [rows] tells which of the documents each belongs to.

    The documents, ``size`` of them, are counted from 0 in the order of their places in the index.
    """

    rows: NDArray[np.intp]
    owner: NDArray[np.intp]
    size: int

    @classmethod
    def of(cls, places: NDArray[np.intp], document_of: Numbers, size: int) -> NearNames:
        """Take the names of the documents at ``places``, sorted, of an index of ``size`` documents."""
        is_near = np.zeros(size, np.bool_)
        is_near[places] = True
        rows = np.flatnonzero(is_near[document_of])
        return cls(rows, np.searchsorted(places, document_of[rows]), len(places))

    def best(self, values: Floats, at_least: float = 0.0) -> Floats:
        """Return the best of each document's ``values`` [rows], ``at_least`` where all are less; float32 [size]."""
        best = np.full(self.size, at_least, np.float32)
        np.maximum.at(best, self.owner, values)
        return best
