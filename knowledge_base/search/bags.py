"""What each text holds, in arrays: to look closer at a few texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Entries, Floats, Numbers, paired, unrolled

Pairs = NDArray[np.int64]


@dataclass(frozen=True)
class Bags:
    """``pairs`` of a text and a term that it holds, sorted, each as ``text << 32 | term``, with their strengths.

    ``size`` is how many texts there are.
    """

    numbers: Mapping[str, int]
    pairs: Pairs
    strengths: Floats
    size: int

    @classmethod
    def of(cls, entries: Entries, numbers: Mapping[str, int], size: int) -> Bags:
        """Keep entries, each term of a text once, sorted by texts and terms."""
        return cls(numbers, paired(entries.texts, entries.terms), entries.counts, size)

    def carried(self, weights: Mapping[str, float], texts: NDArray[np.intp]) -> Floats:
        """Return, for each of a few texts, the sum over the terms of weight times strength; float32 [len(texts)]."""
        known = {self.numbers[term]: weight for term, weight in weights.items() if term in self.numbers}
        if not known:
            return np.zeros(len(texts), np.float32)
        column = np.full(len(self.numbers), -1, np.int16)
        column[list(known)] = np.arange(len(known))
        places, rows = unrolled(self._begins[texts], self._begins[texts + 1])
        columns = column[self._terms[places]]
        wanted = np.flatnonzero(columns >= 0)
        held = np.zeros((len(texts), len(known)), np.float32)
        held[rows[wanted], columns[wanted]] = self.strengths[places[wanted]]
        carried: Floats = held @ np.array(list(known.values()), np.float32)
        return carried

    @cached_property
    def _terms(self) -> Numbers:
        """The terms of the pairs."""
        return self.pairs.astype(np.int32)

    @cached_property
    def _begins(self) -> NDArray[np.intp]:
        """Where the pairs of each text begin, and where the last one's end; [texts + 1]."""
        return np.searchsorted(self.pairs, np.arange(self.size + 1) << 32)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what a file has to keep of it beside the terms, under names that begin with ``name``."""
        return {f"{name}.pairs": self.pairs, f"{name}.strengths": self.strengths.astype(np.float16)}

    @classmethod
    def from_arrays(
        cls, name: str, arrays: Mapping[str, NDArray[np.generic]], numbers: Mapping[str, int], size: int
    ) -> Bags:
        """Take back what ``arrays`` gave."""
        return cls(
            numbers,
            pairs=arrays[f"{name}.pairs"].astype(np.int64, copy=False),
            strengths=arrays[f"{name}.strengths"].astype(np.float32),
            size=size,
        )
