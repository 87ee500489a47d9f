"""How close a query comes to one of the names that people have for a procedure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge_base.search.postings import Postings
from knowledge_base.search.query import Query
from knowledge_base.search.terms import Asked, Weights, terms


class Names:
    """Every name of every procedure as a little document of its own."""

    def __init__(self, names: Iterable[tuple[str, Query]], weights: Weights) -> None:
        self._names: list[tuple[str, float]] = []
        self._postings: Postings[int] = Postings()
        for code, name in names:
            bag = dict.fromkeys(terms(name.content), 1.0)
            self._postings.add(len(self._names), bag)
            self._names.append((code, sum(map(weights, bag))))

    def likeness(self, asked: Asked) -> dict[str, float]:
        """Return how alike the closest name of each procedure is to a query: Dice by weight, 0 to 1."""
        alike: dict[str, float] = defaultdict(float)
        for name, weight in self._postings.carried(asked.weights).items():
            code, size = self._names[name]
            alike[code] = max(alike[code], 2 * weight / (asked.total + size))
        return alike
