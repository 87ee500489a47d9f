"""An inverted index: which texts hold a term, and how strongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Postings(Generic[Key]):
    """Terms and the texts that hold them."""

    def __init__(self) -> None:
        self._holders: dict[str, list[tuple[Key, float]]] = defaultdict(list)

    def add(self, key: Key, strengths: Mapping[str, float]) -> None:
        """Add a text with how strongly it holds each of its terms."""
        for term, strength in strengths.items():
            self._holders[term].append((key, strength))

    def carried(self, weights: Mapping[str, float]) -> dict[Key, float]:
        """Return, for each text that holds a term, the sum over the terms of weight times strength."""
        found: dict[Key, float] = defaultdict(float)
        for term, weight in weights.items():
            for key, strength in self._holders.get(term, ()):
                found[key] += weight * strength
        return found
