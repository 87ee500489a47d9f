"""How much of a question a procedure's own words account for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from knowledge_base.search.document import SearchDocument
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold, syllables


_OTHER_DIACRITICS = 0.5


class Coverage:
    """Knows the words of each procedure: its names, what it is about, what is asked of it."""

    def __init__(self, documents: Iterable[SearchDocument], weigh: Callable[[str], float]) -> None:
        self._weigh = weigh
        self._words: dict[str, set[str]] = {}
        self._folded: dict[str, set[str]] = {}
        for document in documents:
            words = set(syllables(canonical(" ".join([document.about, *document.phrases])).lower()))
            self._words[document.code] = words
            self._folded[document.code] = {fold(word) for word in words}

    def share(self, content: Sequence[str], code: str) -> float:
        """Return the share (0 to 1) of the query's weight that the procedure's words carry.

        A word typed with diacritics counts half where the procedure knows it with other ones only.
        """
        asked = set(content)
        total = sum(self._weigh(fold(word)) for word in asked)
        known = sum(self._weigh(fold(word)) * self._known(word, code) for word in asked)
        return known / total if total else 0.0

    def _known(self, word: str, code: str) -> float:
        if word in self._words[code]:
            return 1.0
        if fold(word) not in self._folded[code]:
            return 0.0
        return 1.0 if word.isascii() else _OTHER_DIACRITICS
