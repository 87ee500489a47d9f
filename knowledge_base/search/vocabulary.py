"""Which words a set of texts knows."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge_base.search.query import Query
from knowledge_base.search.terms import terms
from knowledge_base.vietnamese.folding import fold


class Vocabulary:
    """Syllables as written, and folded terms."""

    def __init__(self, texts: Iterable[Query]) -> None:
        self._written: set[str] = set()
        self._folded: set[str] = set()
        for text in texts:
            self._written.update(text.typed)
            self._folded.update(terms(text.typed))

    def knows(self, word: str) -> bool:
        """Whether it holds a syllable; one typed with diacritics must be written so, any other only alike."""
        return word in self._written or (word.isascii() and fold(word) in self._folded)

    def knows_pair(self, pair: str) -> bool:
        """Whether it holds two folded syllables side by side."""
        return pair in self._folded
