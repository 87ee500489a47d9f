"""Words of the glossary put in present ones, for a question that finds nothing as it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge_base.glossary_file import Term, other_terms
from knowledge_base.search.phrases import PhraseBook
from knowledge_base.vietnamese.folding import syllables


def in_present_words(typed: Sequence[str]) -> list[str] | None:
    """Return lower-case syllables with what is meant in place of what was said, None where nothing was.

    Only entries that the search may use count, and a single syllable only as it is written.
    """
    terms, book = _terms(), _book()
    present: list[str] = []
    place = 0
    for span in book.spans(typed):
        present += [*typed[place : span.start], *syllables(terms[int(span.label)].meant)]
        place = span.end
    return [*present, *typed[place:]] if place else None


@lru_cache(maxsize=1)
def _terms() -> tuple[Term, ...]:
    return tuple(term for term in other_terms() if term.for_search)


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    labelled = [(said, str(number)) for number, term in enumerate(_terms()) for said in term.said]
    return PhraseBook(labelled, exact={label for _, label in labelled})
