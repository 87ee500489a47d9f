"""Folded BM25 over syllables and pairs of syllables, fields weighted."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.query import read_query
from knowledge_base.vietnamese.folding import fold

_SATURATION = 1.2
_LENGTH = 0.5


def terms(words: Sequence[str]) -> list[str]:
    """Return the folded syllables and their neighbouring pairs."""
    folded = [fold(word) for word in words]
    return folded + [f"{left} {right}" for left, right in zip(folded, folded[1:], strict=False)]


class BM25:
    """An inverted index; documents are read as queries are, so that filler counts on neither side."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        bags = {document.code: _weighted_terms(document) for document in documents}
        mean = sum(sum(bag.values()) for bag in bags.values()) / max(len(bags), 1) or 1.0
        self.count = len(bags)
        self._postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for code, bag in bags.items():
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * sum(bag.values()) / mean)
            for term, weight in bag.items():
                self._postings[term].append((code, weight * (_SATURATION + 1) / (weight + norm)))

    def idf(self, term: str) -> float:
        """Return how much a term tells; a term of no document tells most."""
        holders = len(self._postings.get(term, ()))
        return math.log(1 + (self.count - holders + 0.5) / (holders + 0.5))

    def scores(self, content: Sequence[str]) -> Mapping[str, float]:
        """Return the score of every document that shares a term with the query's content."""
        found: dict[str, float] = defaultdict(float)
        for term in dict.fromkeys(terms(content)):
            weight = self.idf(term)
            for code, share in self._postings.get(term, ()):
                found[code] += weight * share
        return found


def _weighted_terms(document: SearchDocument) -> Counter[str]:
    fields = [
        (4.0, document.name),
        (3.0, document.short_name),
        (1.0, document.about),
        (0.3, document.body),
        *((1.0, alias) for alias in document.aliases),
        *((0.5, question) for question in document.questions),
    ]
    bag: Counter[str] = Counter()
    for weight, text in fields:
        for term in terms(read_query(text).content):
            bag[term] += weight  # type: ignore[assignment]
    return bag
