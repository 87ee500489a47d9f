"""Building the index of the search over documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from knowledge_base.search.readings import NOTHING_READ, Readings
from knowledge_base.search.runs import Runs
from knowledge_base.search.spelling import Spelling

WEIGHT_OF_NAME: Final = {TITLE: 4.0, ALIAS: 1.0, QUESTION: 0.5}
"""How often a name of each kind counts in what a document says as a whole."""

_WEIGHT_OF_BODY = 0.3

Read = Callable[[Sequence[str], Sequence[str]], Readings]
"""Reads names and bodies."""


def index_of(documents: Sequence[SearchDocument], read: Read = NOTHING_READ.of) -> Index:
    """Build the index; most of its time goes into reading names, where ``read`` knows none."""
    named = list(names_of(documents))
    kind_of, document_of = (np.array([name[part] for name in named], np.int32) for part in (0, 1))
    names, bodies = [name for *_, name in named], [document.body for document in documents]
    readings = read(names, bodies)
    rows, rows_of_bodies = readings.names(names), readings.bodies(bodies)
    written = readings.written.taken(rows)
    size, numbers = len(documents), Vocabulary()
    of_names = _terms(readings, rows, numbers)
    by_kind = {
        kind: Entries.together(of_names.where(kind_of == kind).within(document_of)) for kind in WEIGHT_OF_NAME
    }
    weighted = [by_kind[kind].times(weight) for kind, weight in WEIGHT_OF_NAME.items()]
    together = Entries.together(*weighted, _terms(readings, rows_of_bodies, numbers).times(_WEIGHT_OF_BODY))
    return Index(
        codes=tuple(document.code for document in documents),
        held=np.array([document.held for document in documents], np.bool_),
        withdrawn=np.array([document.is_withdrawn for document in documents], np.bool_),
        provinces=tuple(document.province for document in documents),
        titles=tuple(" ".join(document.name.split()) for document in documents),
        special=tuple("|".join(document.special_words) for document in documents),
        siblings=tuple("|".join(document.siblings) for document in documents),
        levels=tuple("|".join(document.levels) for document in documents),
        kinds=_kinds(written.named(readings.words, size)),
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
            WRITTEN: _as_written(written, readings.words, document_of, size),
        },
        document_of=document_of,
        kind_of=kind_of,
        spelling=Spelling.learned(
            *written.and_then(readings.written.taken(rows_of_bodies)).entries(readings.words)
        ),
    )


def _terms(readings: Readings, rows: NDArray[np.intp], numbers: Vocabulary) -> Entries:
    """Return what texts hold, as ``terms`` names it."""
    entries, words = readings.telling.taken(rows).entries(readings.words)
    return entries.with_pairs(words, numbers)


def _as_written(written: Runs, words: Sequence[str], document_of: Numbers, size: int) -> Bags:
    entries, met = written.entries(words)
    numbers = {word: number for number, word in enumerate(met)}
    return Bags.of(Entries.together(entries.within(document_of)), numbers, size, {})


def _kinds(titles: Iterable[Sequence[str]]) -> NDArray[np.bool_]:
    named = [kinds_named(title) for title in titles]
    return np.array([[kind in found for kind in kinds()] for found in named], np.bool_).reshape(
        -1, len(kinds())
    )
