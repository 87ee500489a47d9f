"""An inverted index in arrays: which texts hold a term, and how strongly; to look at all texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Entries, Floats, Numbers

_OFTEN = 16
"""A term that more than one text in sixteen holds is added up faster as a whole row."""


@dataclass(frozen=True)
class Postings:
    """Term number ``t`` is held by the texts ``texts[offsets[t]:offsets[t + 1]]``, with their strengths.

    ``numbers`` are those of the terms, and may be shared with other postings; ``size`` is how many texts there are.
    """

    numbers: Mapping[str, int]
    offsets: Numbers
    texts: NDArray[np.intp]
    strengths: Floats
    size: int

    @classmethod
    def of(cls, entries: Entries, numbers: Mapping[str, int], size: int) -> Postings:
        """Index entries, each term of a text once, by their terms."""
        order = np.argsort(entries.terms, kind="stable")
        held_by = np.bincount(entries.terms, minlength=len(numbers))
        offsets = np.concatenate([[0], np.cumsum(held_by)]).astype(np.int32)
        return cls(numbers, offsets, entries.texts[order].astype(np.intp), entries.counts[order], size)

    @property
    def held_by(self) -> Numbers:
        """Return how many texts hold each term; int32 [terms]."""
        return np.diff(self.offsets)

    def carried(self, weights: Mapping[str, float]) -> Floats:
        """Return, for each text, the sum over the terms of weight times strength; float32 [texts]."""
        found = np.zeros(self.size, np.float32)
        for term, weight in weights.items():
            number = self.numbers.get(term)
            if number is None:
                continue
            if (row := self._rows.get(number)) is not None:
                found += np.float32(weight) * row
            else:
                held = slice(self.offsets[number], self.offsets[number + 1])
                found[self.texts[held]] += np.float32(weight) * self.strengths[held]
        return found

    @cached_property
    def _rows(self) -> Mapping[int, Floats]:
        """The strengths of the terms that many texts hold, 0 for the other texts; float32 [texts] each."""
        often = np.flatnonzero(self.held_by * _OFTEN > self.size).tolist()
        rows = np.zeros((len(often), self.size), np.float32)
        for row, number in zip(rows, often, strict=True):
            held = slice(self.offsets[number], self.offsets[number + 1])
            row[self.texts[held]] = self.strengths[held]
        return dict(zip(often, rows, strict=True))

    def sums(self, weights: Floats) -> Floats:
        """Return the same for the weights of all terms by number; float32 [texts]."""
        carried = np.repeat(weights, self.held_by) * self.strengths
        return np.bincount(self.texts, carried, minlength=self.size).astype(np.float32)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what a file has to keep of it beside the terms, under names that begin with ``name``."""
        return {
            f"{name}.offsets": self.offsets,
            f"{name}.texts": self.texts.astype(np.int32),
            f"{name}.strengths": self.strengths.astype(np.float16),
            f"{name}.size": np.array(self.size, np.int32),
        }

    @classmethod
    def from_arrays(
        cls, name: str, arrays: Mapping[str, NDArray[np.generic]], numbers: Mapping[str, int]
    ) -> Postings:
        """Take back what ``arrays`` gave."""
        return cls(
            numbers,
            offsets=arrays[f"{name}.offsets"].astype(np.int32, copy=False),
            texts=arrays[f"{name}.texts"].astype(np.intp),
            strengths=arrays[f"{name}.strengths"].astype(np.float32),
            size=int(arrays[f"{name}.size"]),
        )
