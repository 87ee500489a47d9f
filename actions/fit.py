"""Whether a message names a procedure, or only shares a word with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from actions.phrases import Phrases
from actions.wording import is_said
from knowledge_base.procedure import Procedure
from knowledge_base.search.query import Query, read_query
from knowledge_base.vietnamese.folding import fold

OF_NAME, OF_MESSAGE = 0.4, 0.6
"""The share of a name's words that must be said, and of the words said that the name must explain.

"Thường trú" is half of "đăng ký thường trú", "thai sản" two of five words of "hưởng chế độ thai sản".
"""


def names(query: Query, procedure: Procedure) -> bool:
    """Tell whether a message is about the same words as one of the procedure's names."""
    said = telling_words(query)
    return any(_is_alike(said, name) for name in _names(procedure))


def telling_words(query: Query) -> frozenset[str]:
    """Return the folded words of a message that say something: no places, levels and numbers."""
    return frozenset(fold(word) for word in query.content if word not in query.faint)


def naming_words(query: Query, say: Phrases) -> tuple[str, ...]:
    """Return the words that may name a procedure, faint ones among them: not only for whom, where or when."""
    where = [place.split() for place in say.words("talk.places")]
    content, qualifiers, kept = list(query.content), say.words("talk.qualifiers"), []
    while content:
        length = next((len(place) for place in where if _begins(content, place)), 0)
        if not length and not content[0].isdecimal() and not is_said(content[0], qualifiers):
            kept.append(content[0])
        content = content[max(length, 1) :]
    return tuple(kept)


def _begins(content: Sequence[str], phrase: Sequence[str]) -> bool:
    is_long_enough = len(content) >= len(phrase)
    return is_long_enough and all(is_said(word, (part,)) for word, part in zip(content, phrase, strict=False))


@lru_cache(maxsize=512)
def _names(procedure: Procedure) -> tuple[frozenset[str], ...]:
    texts: Iterable[str] = (procedure.name, procedure.short_name, *procedure.aliases)
    return tuple(words for text in texts if (words := telling_words(read_query(text))))


def _is_alike(said: frozenset[str], name: frozenset[str]) -> bool:
    shared = len(said & name)
    return shared >= OF_NAME * len(name) and shared >= OF_MESSAGE * len(said)
