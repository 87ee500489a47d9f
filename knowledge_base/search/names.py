"""How close a query comes to one of the names that people have for a procedure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from knowledge_base.search.bm25 import terms
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.query import read_query

Weigh = Callable[[str], float]


class Names:
    """Every phrase of every procedure as a little document of its own."""

    def __init__(self, documents: Iterable[SearchDocument], weigh: Weigh) -> None:
        self._weigh = weigh
        self._phrases: list[tuple[str, float]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)
        for document in documents:
            for phrase in document.phrases:
                self._add(document.code, set(terms(read_query(phrase).content)))

    def _add(self, code: str, bag: set[str]) -> None:
        for term in bag:
            self._holders[term].append(len(self._phrases))
        self._phrases.append((code, sum(map(self._weigh, bag))))

    def scores(self, content: Sequence[str]) -> Mapping[str, float]:
        """Return, for each procedure, the likeness (0 to 1, Dice by weight) of its closest phrase."""
        asked = set(terms(content))
        total = sum(map(self._weigh, asked))
        shared: dict[int, float] = defaultdict(float)
        for term in asked:
            for phrase in self._holders.get(term, ()):
                shared[phrase] += self._weigh(term)
        best: dict[str, float] = defaultdict(float)
        for phrase, weight in shared.items():
            code, size = self._phrases[phrase]
            best[code] = max(best[code], 2 * weight / (total + size))
        return best
