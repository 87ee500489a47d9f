"""What each text holds, in arrays: to look closer at a few texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Entries, Floats, paired

Pairs = NDArray[np.int64]


@dataclass(frozen=True)
class Bags:
    """``pairs`` of a text and a term that it holds, sorted, each as ``text << 32 | term``, with their strengths."""

    numbers: Mapping[str, int]
    pairs: Pairs
    strengths: Floats

    @classmethod
    def of(cls, entries: Entries, numbers: Mapping[str, int]) -> Bags:
        """Keep entries, each term of a text once, sorted by texts and terms."""
        return cls(numbers, paired(entries.texts, entries.terms), entries.counts)

    def carried(self, weights: Mapping[str, float], texts: NDArray[np.intp]) -> Floats:
        """Return, for each of a few texts, the sum over the terms of weight times strength; float32 [len(texts)]."""
        known = {self.numbers[term]: weight for term, weight in weights.items() if term in self.numbers}
        if not known or not len(self.pairs):
            return np.zeros(len(texts), np.float32)
        wanted = paired(texts[:, np.newaxis], np.array(list(known), np.int64))
        places = np.minimum(np.searchsorted(self.pairs, wanted), len(self.pairs) - 1)
        held = np.where(self.pairs[places] == wanted, self.strengths[places], np.float32(0))
        carried: Floats = held @ np.array(list(known.values()), np.float32)
        return carried

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what a file has to keep of it beside the terms, under names that begin with ``name``."""
        return {f"{name}.pairs": self.pairs, f"{name}.strengths": self.strengths.astype(np.float16)}

    @classmethod
    def from_arrays(
        cls, name: str, arrays: Mapping[str, NDArray[np.generic]], numbers: Mapping[str, int]
    ) -> Bags:
        """Take back what ``arrays`` gave."""
        return cls(
            numbers,
            pairs=arrays[f"{name}.pairs"].astype(np.int64, copy=False),
            strengths=arrays[f"{name}.strengths"].astype(np.float32),
        )
