"""A base made larger: copies of its documents with altered words, so that a larger base has more words as well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count, islice

from knowledge_base.search.document import SearchDocument
from knowledge_base.vietnamese.folding import syllables

_EVERY = 3
"""One syllable in so many becomes another in a copy; which, changes from copy to copy."""


def multiplied(documents: Sequence[SearchDocument], size: int) -> list[SearchDocument]:
    """Return ``size`` documents: the given ones, then copies under codes of their own; made up, for costs only."""
    return list(islice(_endlessly(documents), size))


def _endlessly(documents: Sequence[SearchDocument]) -> Iterator[SearchDocument]:
    yield from documents
    known = _by_frequency(documents)
    for number in count(1):
        altered = _alteration(known, number)
        for document in documents:
            yield replace(
                document,
                code=f"{document.code}/{number}",
                name=altered(document.name),
                aliases=tuple(map(altered, document.aliases)),
                questions=tuple(map(altered, document.questions)),
                body=altered(document.body),
            )


def _by_frequency(documents: Sequence[SearchDocument]) -> list[str]:
    counted = Counter(
        word
        for document in documents
        for text in (document.name, *document.aliases, *document.questions)
        for word in syllables(text)
    )
    return [word for word, _ in counted.most_common()]


def _alteration(known: Sequence[str], number: int) -> Callable[[str], str]:
    """Return what puts, for some syllables, others about as frequent; rare ones become new words."""
    half = len(known) // 2
    changed = {
        word: known[(rank + number) % len(known)] if rank < half else f"{word}{number}"
        for rank, word in enumerate(known)
        if rank % _EVERY == number % _EVERY
    }
    return lambda text: " ".join(changed.get(word, word) for word in text.split())
