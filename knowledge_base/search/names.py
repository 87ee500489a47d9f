"""The names of all documents, one after another: official names first, then aliases, then questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.entries import Floats, Numbers

TITLE, ALIAS, QUESTION = KINDS = (0, 1, 2)


def names_of(documents: Sequence[SearchDocument]) -> Iterator[tuple[int, int, str]]:
    """Yield each name as its kind, the number of its document, and the name."""
    yield from ((TITLE, place, document.name) for place, document in enumerate(documents))
    yield from ((ALIAS, place, name) for place, document in enumerate(documents) for name in document.aliases)
    yield from (
        (QUESTION, place, name) for place, document in enumerate(documents) for name in document.questions
    )


@dataclass(frozen=True)
class Owners:
    """Which document each name of one kind belongs to.

    The names are those from ``first`` up to ``end``; the runs of names that begin at ``runs``, counted from
    ``first``, belong to ``documents``. Those of document ``d`` are from ``begins[d]`` up to ``begins[d + 1]``.
    """

    first: int
    end: int
    runs: Numbers
    documents: Numbers
    begins: NDArray[np.intp]

    @classmethod
    def of(cls, kind: int, kind_of: Numbers, document_of: Numbers, size: int) -> Owners:
        """Take the names of a kind, given kind and document of all names in their order."""
        first, end = np.searchsorted(kind_of, [kind, kind + 1]).tolist()
        owners = document_of[first:end]
        runs = np.flatnonzero(np.diff(owners, prepend=-1)).astype(np.int32)
        begins = first + np.searchsorted(owners, np.arange(size + 1))
        return cls(first, end, runs, owners[runs], begins)

    def best(self, values: Floats) -> Floats:
        """Return, for each document, the best value of its names of this kind, 0 where it has none."""
        best = np.zeros(len(self.begins) - 1, np.float32)
        if len(self.runs):
            best[self.documents] = np.maximum.reduceat(values[self.first : self.end], self.runs)
        return best
