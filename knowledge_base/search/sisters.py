"""Sister procedures: one for a special kind of case wins only when the word for that case was said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.phrases import PhraseBook

_LEVELS = Path(__file__).parent / "data" / "levels.yml"


@dataclass(frozen=True)
class Said:
    """What a query says about kinds of cases: the special procedures called for, the levels named."""

    special: frozenset[str]
    levels: frozenset[str]


class Sisters:
    """Knows which procedures are special, which words call for them, and which are taken for each other."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._documents = {document.code: document for document in documents}
        self._books = {
            document.code: PhraseBook((word, word) for word in document.special_words)
            for document in self._documents.values()
            if document.special_words
        }

    def said(self, typed: Sequence[str]) -> Said:
        """Read which special cases and levels the syllables of a query name."""
        special = (code for code, book in self._books.items() if next(book.spans(typed), None))
        return Said(frozenset(special), frozenset(span.label for span in _level_book().spans(typed)))

    def is_uncalled(self, code: str, said: Said) -> bool:
        """Whether the procedure is a special one and none of its words was said."""
        return code in self._books and code not in said.special

    def is_open(self, code: str, said: Said) -> bool:
        """Whether a special procedure has a plain sister at another level, while no level was said."""
        return any(code in self.open_beside(sister, said) for sister in self._sisters(code))

    def open_beside(self, code: str, said: Said) -> frozenset[str]:
        """Return the special sisters of a plain procedure that wait for a level to be said."""
        if said.levels or code in self._books:
            return frozenset()
        return frozenset(
            sister
            for sister in self._sisters(code)
            if self.is_uncalled(sister, said) and self._levels(sister).isdisjoint(self._levels(code))
        )

    def outdone_by(self, code: str, said: Said) -> frozenset[str]:
        """Return the special sisters that were called for, if the procedure is a plain one."""
        return frozenset() if code in self._books else self._sisters(code) & said.special

    def _sisters(self, code: str) -> frozenset[str]:
        return frozenset(self._documents[code].siblings) & self._documents.keys()

    def _levels(self, code: str) -> frozenset[str]:
        return frozenset(self._documents[code].levels)


@lru_cache(maxsize=1)
def _level_book() -> PhraseBook:
    levels = yaml.safe_load(_LEVELS.read_text("utf-8"))
    return PhraseBook((phrase, level) for level, phrases in levels.items() for phrase in phrases)
