"""The procedures that the base does not hold: what a question may be about that nobody here can answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.official.names import official_names
from knowledge_base.search.names import Names
from knowledge_base.search.query import Query
from knowledge_base.search.terms import Asked, Weights
from knowledge_base.search.vocabulary import Vocabulary
from knowledge_base.vietnamese.folding import fold

_DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def names_elsewhere() -> tuple[tuple[str, str], ...]:
    """Return (code, name) of the nation's procedures, and of what else people ask offices for (no code)."""
    return (*official_names().items(), *_everyday())


def _everyday() -> Iterator[tuple[str, str]]:
    for topic in yaml.safe_load((_DATA / "elsewhere.yml").read_text("utf-8")):
        for name in topic["names"]:
            yield topic.get("code", ""), name


class Elsewhere:
    """What is known of all procedures but the ones held."""

    def __init__(self, names: Collection[tuple[str, Query]], weights: Weights) -> None:
        self._names = Names(names, weights)
        self._words = Vocabulary(name for _, name in names)

    def alike(self, asked: Asked) -> float:
        """Return how alike, from 0 to 1, a query is to the closest name of a procedure that is not held."""
        return max(self._names.likeness(asked).values(), default=0.0)

    def claimed(self, asked: Asked, known: Vocabulary) -> float:
        """Return the share of a query's weight that is unknown to a procedure and known elsewhere."""
        unknown = {
            fold(word) for word in asked.query.content if not known.knows(word) and self._words.knows(word)
        }
        weight = sum(
            weight
            for term, weight in asked.weights.items()
            if (self._is_foreign_pair(term, known) if " " in term else term in unknown)
        )
        return weight / asked.total

    def _is_foreign_pair(self, pair: str, known: Vocabulary) -> bool:
        return not known.knows_pair(pair) and self._words.knows_pair(pair)
