"""The terms that texts are compared by, and how much each tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge_base.search.query import Query
from knowledge_base.vietnamese.folding import fold

_PAIR = 0.5
_FAINT = 0.2
_LEAST = 10.0


def terms(words: Sequence[str]) -> list[str]:
    """Return the folded syllables and their neighbouring pairs."""
    folded = [fold(word) for word in words]
    return folded + [f"{left} {right}" for left, right in pairwise(folded)]


@dataclass(frozen=True)
class Asked:
    """A query with the weight of each of its terms.

    ``total`` is what shares are taken of. It has a floor, about two telling syllables, below which nothing is
    certain.
    """

    query: Query
    weights: Mapping[str, float]
    total: float


class Weights:
    """How much each term tells, learnt from the names that procedures have, here and elsewhere.

    A syllable counts by its rarity, a pair half of that. A pair that no name holds counts nothing: it tells
    how somebody words a sentence, not what about.
    """

    def __init__(self, names: Iterable[Query]) -> None:
        holders: Counter[str] = Counter()
        count = 0
        for name in names:
            count += 1
            holders.update(set(terms(name.content)))
        self._rarity = {term: math.log(1 + (count - n + 0.5) / (n + 0.5)) for term, n in holders.items()}
        self._unknown = math.log(1 + (count + 0.5) / 0.5)

    def __call__(self, term: str) -> float:
        """Return the weight of a term of a name."""
        if " " in term:
            return _PAIR * self._rarity.get(term, 0.0)
        return self._rarity.get(term, self._unknown)

    def weigh(self, query: Query) -> Asked:
        """Weigh the terms of a query; faint syllables count little."""
        faint = {fold(word) for word in query.faint}
        weights = {term: self(term) * (_FAINT if term in faint else 1.0) for term in terms(query.content)}
        return Asked(query, weights, max(sum(weights.values()), _LEAST))
