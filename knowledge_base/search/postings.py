"""An inverted index in arrays: which texts hold a term, and how strongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]


@dataclass(frozen=True)
class Postings:
    """Terms, and for the term of row ``r`` the texts ``texts[offsets[r]:offsets[r + 1]]`` with their strengths."""

    rows: Mapping[str, int]
    offsets: Numbers
    texts: Numbers
    strengths: Floats
    size: int

    @classmethod
    def of(cls, bags: Iterable[Mapping[str, float]]) -> Postings:
        """Index texts, each given as its terms with how strongly it holds them; texts are numbered from 0."""
        holders: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        size = 0
        for size, bag in enumerate(bags, start=1):
            for term, strength in bag.items():
                texts, strengths = holders[term]
                texts.append(size - 1)
                strengths.append(strength)
        lengths = [len(texts) for texts, _ in holders.values()]
        return cls(
            rows={term: row for row, term in enumerate(holders)},
            offsets=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32),
            texts=np.fromiter((text for texts, _ in holders.values() for text in texts), np.int32),
            strengths=np.fromiter(
                (one for _, strengths in holders.values() for one in strengths), np.float32
            ),
            size=size,
        )

    def carried(self, weights: Mapping[str, float]) -> Floats:
        """Return, for each text, the sum over the terms of weight times strength; float32 [texts]."""
        found = np.zeros(self.size, np.float32)
        for term, weight in weights.items():
            row = self.rows.get(term)
            if row is not None:
                held = slice(self.offsets[row], self.offsets[row + 1])
                found[self.texts[held]] += np.float32(weight) * self.strengths[held]
        return found

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what a file has to keep of it, under names that begin with ``name``."""
        terms = "\n".join(self.rows).encode("utf-8")
        return {
            f"{name}.terms": np.frombuffer(terms, np.uint8),
            f"{name}.offsets": self.offsets,
            f"{name}.texts": self.texts,
            f"{name}.strengths": self.strengths.astype(np.float16),
            f"{name}.size": np.array(self.size, np.int32),
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: Mapping[str, NDArray[np.generic]]) -> Postings:
        """Take back what ``arrays`` gave."""
        terms = arrays[f"{name}.terms"].tobytes().decode("utf-8")
        return cls(
            rows={term: row for row, term in enumerate(terms.split("\n"))} if terms else {},
            offsets=arrays[f"{name}.offsets"].astype(np.int32, copy=False),
            texts=arrays[f"{name}.texts"].astype(np.int32, copy=False),
            strengths=arrays[f"{name}.strengths"].astype(np.float32),
            size=int(arrays[f"{name}.size"]),
        )
