"""What each text holds, in arrays: to look closer at a few texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Entries, Floats, Numbers, paired

MENTIONED: Final = "mentioned"
"""The field of whatever a text holds, each term with the strength 1."""


@dataclass(frozen=True)
class Bags:
    """Text number ``t`` holds the terms ``terms[begins[t]:begins[t + 1]]``, in their order.

    ``strengths`` [terms] are those in a field of the text, by its name; 0 where the field does not hold the term.
    """

    numbers: Mapping[str, int]
    begins: NDArray[np.intp]
    terms: Numbers
    strengths: Mapping[str, NDArray[np.floating[Any]]]

    @classmethod
    def of(
        cls, entries: Entries, numbers: Mapping[str, int], size: int, fields: Mapping[str, Entries]
    ) -> Bags:
        """Keep entries and those of fields, all of them sorted by texts and terms, each term of a text once.

        What a field holds, the text holds.
        """
        begins = np.searchsorted(entries.texts, np.arange(size + 1))
        return cls(
            numbers, begins, entries.terms, {name: _beside(entries, field) for name, field in fields.items()}
        )

    def carried(self, weights: Mapping[str, float], texts: NDArray[np.intp]) -> dict[str, Floats]:
        """Return, for each of a few texts, the sum over the terms of weight times strength; by field.

        float32 [len(texts)] each; ``MENTIONED`` is among them.
        """
        known = {self.numbers[term]: weight for term, weight in weights.items() if term in self.numbers}
        if not known:
            return dict.fromkeys((MENTIONED, *self.strengths), np.zeros(len(texts), np.float32))
        column = np.full(len(self.numbers), -1, np.int16)
        column[list(known)] = np.arange(len(known))
        first, end = self.begins[texts], self.begins[texts + 1]
        runs = [self.terms[begin:stop] for begin, stop in zip(first.tolist(), end.tolist(), strict=True)]
        columns = column[np.concatenate([self.terms[:0], *runs])]
        wanted = np.flatnonzero(columns >= 0)
        stops = np.cumsum(end - first)
        rows = np.searchsorted(stops, wanted, "right")
        cells, places = (rows, columns[wanted]), wanted + (end - stops)[rows]
        held = np.zeros((len(texts), len(known)), np.float32)
        asked = np.array(list(known.values()), np.float32)
        carried = {}
        for name, strengths in self.strengths.items():
            held[cells] = strengths[places]
            carried[name] = held @ asked
        held[cells] = 1
        return {MENTIONED: held @ asked, **carried}

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what a file has to keep of it beside the terms' names, under names that begin with ``name``."""
        fields = {
            f"{name}.{field}": of_field.astype(np.float16) for field, of_field in self.strengths.items()
        }
        return {f"{name}.begins": self.begins.astype(np.int32), f"{name}.terms": self.terms, **fields}

    @classmethod
    def from_arrays(
        cls, name: str, arrays: Mapping[str, NDArray[Any]], numbers: Mapping[str, int], *fields: str
    ) -> Bags:
        """Take back what ``arrays`` gave."""
        return cls(
            numbers,
            begins=arrays[f"{name}.begins"].astype(np.intp),
            terms=arrays[f"{name}.terms"].astype(np.int32, copy=False),
            strengths={field: arrays[f"{name}.{field}"] for field in fields},
        )


def _beside(entries: Entries, field: Entries) -> Floats:
    strengths = np.zeros(len(entries.terms), np.float32)
    strengths[np.searchsorted(_pairs(entries), _pairs(field))] = field.counts
    return strengths


def _pairs(entries: Entries) -> NDArray[np.int64]:
    return paired(entries.texts, entries.terms)
