"""The terms that texts are compared by, and how much each tells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge_base.search.postings import Postings
from knowledge_base.search.query import Query
from knowledge_base.vietnamese.folding import fold

_PAIR = 0.5
_FAINT = 0.2
_LEAST = 10.0
_TELLING_FROM = 0.3
"""Terms that weigh less are in so many names that looking them up is not worth its time."""


def terms(words: Sequence[str]) -> list[str]:
    """Return the folded syllables and their neighbouring pairs."""
    folded = [fold(word) for word in words]
    return folded + [f"{left} {right}" for left, right in pairwise(folded)]


@dataclass(frozen=True)
class Asked:
    """A query with the weight of each of its terms, and of its syllables with diacritics.

    ``total`` is what shares are taken of. It has a floor, about two telling syllables, below which nothing is
    certain.
    """

    query: Query
    weights: Mapping[str, float]
    written: Mapping[str, float]

    @property
    def total(self) -> float:
        """Return the weight of all its terms, or the floor."""
        return max(sum(self.weights.values()), _LEAST)


class Weights:
    """How much each term tells, by how few of the names of all procedures hold it.

    A pair counts half of its rarity. A pair that no name holds counts nothing: it tells how somebody words a
    sentence, not what about.
    """

    def __init__(self, names: Postings) -> None:
        self._terms = _rarities(names)
        self._unknown = math.log(1 + (names.size + 0.5) / 0.5)

    def term(self, term: str) -> float:
        """Return the weight of a term of a name."""
        if " " in term:
            return _PAIR * self._terms.get(term, 0.0)
        return self._terms.get(term, self._unknown)

    def weigh(self, query: Query) -> Asked:
        """Weigh what a query is made of; faint syllables count little."""
        faint = {fold(word) for word in query.faint}
        weights = {
            term: self.term(term) * (_FAINT if term in faint else 1.0) for term in terms(query.content)
        }
        return Asked(
            query,
            {term: weight for term, weight in weights.items() if weight >= _TELLING_FROM},
            {word: self.term(fold(word)) for word in query.content if not word.isascii()},
        )


def _rarities(postings: Postings) -> dict[str, float]:
    counts = (postings.offsets[1:] - postings.offsets[:-1]).tolist()
    size = postings.size
    return {
        term: math.log(1 + (size - count + 0.5) / (count + 0.5))
        for term, count in zip(postings.rows, counts, strict=True)
    }
