"""How close a query comes to one of the names that people have for a procedure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge_base.search.query import Query
from knowledge_base.search.terms import Asked, Weights, terms


class Names:
    """Every name of every procedure as a little document of its own."""

    def __init__(self, names: Iterable[tuple[str, Query]], weights: Weights) -> None:
        self._weights = weights
        self._names: list[tuple[str, float]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        for code, name in names:
            self._add(code, set(terms(name.content)))

    def _add(self, code: str, bag: set[str]) -> None:
        for term in bag:
            self._holders[term].append(len(self._names))
        self._names.append((code, sum(map(self._weights, bag))))

    def likeness(self, asked: Asked) -> dict[str, float]:
        """Return how alike the closest name of each procedure is to a query: Dice by weight, 0 to 1."""
        shared: dict[int, float] = defaultdict(float)
        for term, weight in asked.weights.items():
            for name in self._holders.get(term, ()):
                shared[name] += weight
        alike: dict[str, float] = defaultdict(float)
        for name, weight in shared.items():
            code, size = self._names[name]
            alike[code] = max(alike[code], 2 * weight / (asked.total + size))
        return alike
