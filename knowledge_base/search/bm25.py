"""Folded BM25 over syllables and pairs of syllables, fields weighted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.postings import Postings
from knowledge_base.search.query import Reader
from knowledge_base.search.terms import Asked, Weights, terms

_SATURATION = 1.2
_LENGTH = 0.5


class BM25:
    """An inverted index; documents are read as queries are, so that filler counts on neither side."""

    def __init__(self, documents: Iterable[SearchDocument], weights: Weights, read: Reader) -> None:
        self._weights = weights
        bags = {document.code: _bag(document, read) for document in documents}
        mean = sum(sum(bag.values()) for bag in bags.values()) / max(len(bags), 1) or 1.0
        self._postings: Postings[str] = Postings()
        for code, bag in bags.items():
            norm = _SATURATION * (1 - _LENGTH + _LENGTH * sum(bag.values()) / mean)
            self._postings.add(code, {term: weight / (weight + norm) for term, weight in bag.items()})

    def scores(self, asked: Asked) -> dict[str, float]:
        """Return, from 0 to 1, how much of a query each document that has a term of it carries."""
        return {code: weight / asked.total for code, weight in self._postings.carried(asked.weights).items()}


def _bag(document: SearchDocument, read: Reader) -> Counter[str]:
    bag: Counter[str] = Counter()
    for weight, text in document.weighted_texts():
        for term in terms(read(text).content):
            bag[term] += weight  # type: ignore[assignment]
    return bag
