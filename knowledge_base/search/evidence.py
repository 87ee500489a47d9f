"""What speaks for each procedure, as numbers: words it shares with a question, names that are alike, kinds of case."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.index import ALIAS, QUESTION, Index
from knowledge_base.search.kinds import kinds, kinds_said
from knowledge_base.search.postings import Floats
from knowledge_base.search.query import Query
from knowledge_base.search.terms import Asked

FIELDS = ("all", "called", "asked", "mentioned")
LIKENESSES = ("title_alike", "alias_alike", "question_alike", "alias_covered")
OTHERS = (
    "written",
    "aliases",
    "title_length",
    "plain",
    "plain_unasked",
    "special_called",
    "special_uncalled",
)
_NEARNESS = {"all": 1.0, "alias_alike": 0.9, "title_alike": 0.5, "question_alike": 0.3}
"""How the nearest documents are chosen before all evidence is weighed."""
_FEWEST_WORDS = 3.0
_DEEDS = ("reissue", "exchange", "renew", "change", "end")


def names() -> tuple[str, ...]:
    """Return what each column of the evidence is."""
    called = tuple(f"{kind}{sign}" for sign in "+-" for kind in kinds())
    return (*FIELDS, *LIKENESSES, *OTHERS, *called)


@dataclass(frozen=True)
class Evidence:
    """``places`` [n] of documents in the index, and what speaks for them: float32 [n, len(names())]."""

    places: NDArray[np.intp]
    values: Floats

    def of(self, name: str) -> Floats:
        """Return one column."""
        return self.values[:, names().index(name)]


def gather(index: Index, query: Query, at_most: int) -> Evidence:
    """Weigh a question against all documents, and tell the evidence for the ``at_most`` nearest ones."""
    asked = index.weights.weigh(query)
    columns = _by_field(index, asked) | _by_name(index, asked)
    nearness = sum((weight * columns[name] for name, weight in _NEARNESS.items()), np.zeros(len(index.codes)))
    size = min(at_most, len(index.codes))
    places = np.sort(np.argpartition(-nearness, size - 1)[:size]) if size else np.zeros(0, np.intp)
    near = {name: column[places] for name, column in columns.items()}
    near |= _by_kind(index, query, places)
    return Evidence(places, np.stack([near[name] for name in names()], axis=1).astype(np.float32))


def _by_field(index: Index, asked: Asked) -> dict[str, Floats]:
    columns = {name: index.postings[name].carried(asked.weights) / asked.total for name in FIELDS}
    written = sum(asked.written.values())
    columns["written"] = (
        index.postings["written"].carried(asked.written) / written if written else columns["mentioned"]
    )
    return columns


def _by_name(index: Index, asked: Asked) -> dict[str, Floats]:
    """Compare with each name by itself: Dice by weight."""
    carried = index.postings["names"].carried(asked.weights)
    alike = 2 * carried / (asked.total + index.size_of)
    covered = carried / (index.size_of + _FEWEST_WORDS)
    return {
        "title_alike": alike[index.first_name],
        "alias_alike": _best(index, alike, ALIAS),
        "question_alike": _best(index, alike, QUESTION),
        "alias_covered": _best(index, covered, ALIAS),
        "aliases": np.log1p(np.add.reduceat(index.kind_of == ALIAS, index.first_name))
        if len(index.codes)
        else alike,
        "title_length": np.log1p(index.size_of[index.first_name]) / 4,
    }


def _best(index: Index, values: Floats, kind: int) -> Floats:
    """Return the best of each document's names of a kind, 0 where it has none."""
    if not len(index.codes):
        return values
    return np.maximum.reduceat(np.where(index.kind_of == kind, values, 0), index.first_name)


def _by_kind(index: Index, query: Query, places: NDArray[np.intp]) -> dict[str, Floats]:
    said = kinds_said(query.typed)
    columns: dict[str, Floats] = {}
    for number, kind in enumerate(kinds()):
        named = index.kinds[places, number].astype(np.float32)
        columns[f"{kind}+"] = named * (kind in said)
        columns[f"{kind}-"] = named * (kind not in said)
    is_deed = np.isin(kinds(), _DEEDS)
    plain = (~index.kinds[places][:, is_deed].any(axis=1)).astype(np.float32)
    is_unasked = bool(said & set(_DEEDS))
    columns["plain"], columns["plain_unasked"] = plain * (not is_unasked), plain * is_unasked
    typed = f" {' '.join(query.typed)} "
    called, uncalled = [], []
    for place in places:
        words = [word for word in index.special[place].split("|") if word]
        is_called = any(f" {word} " in typed for word in words)
        called.append(float(bool(words) and is_called))
        uncalled.append(float(bool(words) and not is_called))
    columns["special_called"] = np.array(called, np.float32)
    columns["special_uncalled"] = np.array(uncalled, np.float32)
    return columns
