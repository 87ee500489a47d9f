"""Special sisters: a procedure for one kind of case wins only when the word for that case was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.phrases import PhraseBook


class Sisters:
    """Knows which procedures are special, which words call for them, and which are taken for each other."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._books: dict[str, PhraseBook] = {}
        self._siblings: dict[str, frozenset[str]] = {}
        for document in documents:
            self._siblings[document.code] = frozenset(document.siblings)
            if document.special_words:
                self._books[document.code] = PhraseBook((word, word) for word in document.special_words)

    def called(self, typed: Sequence[str]) -> frozenset[str]:
        """Return the special procedures of which a special word was said."""
        return frozenset(code for code, book in self._books.items() if any(True for _ in book.spans(typed)))

    def is_special(self, code: str) -> bool:
        """Whether the procedure needs a word of its own to be meant."""
        return code in self._books

    def outdone(self, code: str, called: frozenset[str]) -> frozenset[str]:
        """Return the special siblings of a plain procedure that were called for."""
        return frozenset() if self.is_special(code) else self._siblings[code] & called
