"""The terms that texts are compared by, and how much each tells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from knowledge_base.search.entries import Floats
from knowledge_base.search.postings import Postings
from knowledge_base.search.query import Query
from knowledge_base.vietnamese.folding import fold, fold_each

_PAIR = 0.5
_FAINT = 0.2
_LEAST = 10.0
_TELLING_FROM = 0.3
"""Terms that weigh less are in so many names that looking them up is not worth its time."""


def terms(words: Sequence[str]) -> list[str]:
    """Return the folded syllables and their neighbouring pairs."""
    folded = fold_each(words)
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

    @property
    def of_syllables(self) -> float:
        """Return the weight of its syllables alone."""
        return sum(weight for term, weight in self.weights.items() if " " not in term)


class Weights:
    """How much each term tells, by how few of the names of all procedures hold it.

    A pair counts half of its rarity. A pair that no name holds counts nothing: it tells how somebody words a
    sentence, not what about.
    """

    def __init__(self, names: Postings) -> None:
        self._numbers = names.numbers
        self._unknown = math.log(1 + (names.size + 0.5) / 0.5)
        self.by_number = _weights(names)

    def term(self, term: str) -> float:
        """Return the weight of a term."""
        number = self._numbers.get(term)
        if number is None:
            return 0.0 if " " in term else self._unknown
        return float(self.by_number[number])

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


def _weights(names: Postings) -> Floats:
    """Return the weights of all terms by number."""
    counts = names.held_by
    rarities = np.log(1 + (names.size - counts + 0.5) / (counts + 0.5))
    is_pair = np.fromiter((" " in term for term in names.numbers), np.bool_, len(counts))
    weights: Floats = np.where(is_pair, np.where(counts, _PAIR * rarities, 0), rarities).astype(np.float32)
    return weights
