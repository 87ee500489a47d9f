"""Building the index of the search over documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.bags import Bags
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.entries import Entries, Numbers, Vocabulary
from knowledge_base.search.field import saturated
from knowledge_base.search.index import SAID, WRITTEN, Index
from knowledge_base.search.kinds import kinds, kinds_named
from knowledge_base.search.names import ALIAS, QUESTION, TITLE, names_of
from knowledge_base.search.postings import Postings
from knowledge_base.search.query import Query, read_query
from knowledge_base.search.spelling import Spelling
from knowledge_base.vietnamese.folding import fold_each, folded_syllables, syllables

WEIGHT_OF_NAME: Final = {TITLE: 4.0, ALIAS: 1.0, QUESTION: 0.5}
"""How often a name of each kind counts in what a document says as a whole."""

_WEIGHT_OF_BODY = 0.3
_BODY_CHARACTERS = 4000


def index_of(documents: Sequence[SearchDocument]) -> Index:
    """Build the index; most of its time goes into reading names."""
    read = lru_cache(maxsize=None)(read_query)
    named = list(names_of(documents))
    kind_of, document_of = (np.array([name[part] for name in named], np.int32) for part in (0, 1))
    names = [read(name) for *_, name in named]
    size, numbers = len(documents), Vocabulary()
    of_names = _terms([fold_each(name.content) for name in names], numbers)
    by_kind = {
        kind: Entries.together(of_names.where(kind_of == kind).within(document_of)) for kind in WEIGHT_OF_NAME
    }
    weighted = [by_kind[kind].times(weight) for kind, weight in WEIGHT_OF_NAME.items()]
    together = Entries.together(*weighted, _bodies(documents, numbers).times(_WEIGHT_OF_BODY))
    return Index(
        codes=tuple(document.code for document in documents),
        held=np.array([document.held for document in documents], np.bool_),
        withdrawn=np.array([document.is_withdrawn for document in documents], np.bool_),
        provinces=tuple(document.province for document in documents),
        titles=tuple(" ".join(document.name.split()) for document in documents),
        special=tuple("|".join(document.special_words) for document in documents),
        siblings=tuple("|".join(document.siblings) for document in documents),
        levels=tuple("|".join(document.levels) for document in documents),
        kinds=_kinds(names[:size]),
        postings={
            "names": Postings.of(Entries.together(of_names).once(), numbers, len(names)),
            "all": Postings.of(saturated(together), numbers, size),
        },
        bags={
            SAID: Bags.of(
                together,
                numbers,
                size,
                {"called": saturated(by_kind[ALIAS]), "asked": saturated(by_kind[QUESTION])},
            ),
            WRITTEN: _as_written(names, document_of, size),
        },
        document_of=document_of,
        kind_of=kind_of,
        spelling=Spelling.of(
            [*(name.typed for name in names), *(syllables(document.body.lower()) for document in documents)]
        ),
    )


def _bodies(documents: Sequence[SearchDocument], numbers: Vocabulary) -> Entries:
    return _terms([folded_syllables(document.body[:_BODY_CHARACTERS]) for document in documents], numbers)


def _terms(folded: Sequence[Sequence[str]], numbers: Vocabulary) -> Entries:
    """Return what texts of folded syllables hold, as ``terms`` names it."""
    words = Vocabulary()
    return Entries.of(folded, words).with_pairs(list(words), numbers)


def _as_written(names: Sequence[Query], document_of: Numbers, size: int) -> Bags:
    numbers = Vocabulary()
    written = Entries.of((name.typed for name in names), numbers).within(document_of)
    return Bags.of(Entries.together(written), numbers, size, {})


def _kinds(titles: Sequence[Query]) -> NDArray[np.bool_]:
    named = [kinds_named(title.typed) for title in titles]
    return np.array([[kind in found for kind in kinds()] for found in named], np.bool_).reshape(
        -1, len(kinds())
    )
