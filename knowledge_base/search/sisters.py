"""Special sisters: a procedure for one kind of case wins only when the word for that case was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.phrases import PhraseBook


class Sisters:
    """Knows which procedures are special and which words call for them."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._books = {
            document.code: PhraseBook((word, document.code) for word in document.special_words)
            for document in documents
            if document.special_words
        }

    def is_special(self, code: str) -> bool:
        """Whether the procedure needs a word of its own to be meant."""
        return code in self._books

    def is_called(self, code: str, typed: Sequence[str]) -> bool:
        """Whether one of the procedure's special words was said."""
        return self.is_special(code) and next(self._books[code].spans(typed), None) is not None
