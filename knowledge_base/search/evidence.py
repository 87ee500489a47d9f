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
from knowledge_base.vietnamese.folding import fold

FIELDS = ("all", "called", "asked", "mentioned")
LIKENESSES = ("title_alike", "alias_alike", "question_alike", "alias_covered")
OTHERS = (
    "written",
    "title_length",
    "plain",
    "plain_unasked",
    "special_called",
    "special_uncalled",
    "withdrawn",
    "topic",
    "exact",
    "named",
)
_NEARNESS = {"all": 1.0, "alias_alike": 0.9, "title_alike": 0.5, "question_alike": 0.3}
"""How the nearest documents are chosen before all evidence is weighed."""
_FEWEST_WORDS, _ALMOST_NOTHING = 3.0, 0.1
_NAMED_POWER = 3
"""Only a question that is hardly more than a name of a procedure is taken for one."""
_DEEDS = ("reissue", "exchange", "renew", "change", "end")


def names() -> tuple[str, ...]:
    """Return what each column of the evidence is."""
    called = tuple(f"{kind}{sign}" for sign in "+-" for kind in kinds())
    return (*FIELDS, *LIKENESSES, *OTHERS, *called)


@dataclass(frozen=True)
class Evidence:
    """``places`` [n] of documents in the index, and what speaks for them: float32 [n, len(names())].

    ``telling``: the weight of all that the question says, in nats.
    """

    places: NDArray[np.intp]
    values: Floats
    telling: float


def gather(index: Index, query: Query, at_most: int, may_be: NDArray[np.bool_]) -> Evidence:
    """Weigh a question against all documents that ``may_be`` [documents] meant; tell it for the nearest ones."""
    asked = index.weights.weigh(query)
    columns = _by_field(index, asked) | _by_name(index, asked)
    nearness = sum((weight * columns[name] for name, weight in _NEARNESS.items()), np.zeros(len(index.codes)))
    nearness[~may_be] = -np.inf
    size = min(at_most, int(may_be.sum()))
    places = np.sort(np.argpartition(-nearness, size - 1)[:size]) if size else np.zeros(0, np.intp)
    near = {name: column[places] for name, column in columns.items()} | _special(index, query, places)
    near["named"] = near["exact"] ** _NAMED_POWER
    told = np.stack([near[name] for name in (*FIELDS, *LIKENESSES, *OTHERS)], axis=1)
    values = np.concatenate([told, *_by_kind(index, query, places)], axis=1)
    return Evidence(places, values.astype(np.float32), sum(asked.weights.values()))


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
        "exact": _best_of_all(
            index, 2 * carried / (sum(asked.weights.values()) + index.size_of + _ALMOST_NOTHING)
        ),
        "title_length": np.log1p(index.size_of[index.first_name]) / 4,
    }


def _best(index: Index, values: Floats, kind: int) -> Floats:
    """Return the best of each document's names of a kind, 0 where it has none."""
    if not len(index.codes):
        return values
    return np.maximum.reduceat(np.where(index.kind_of == kind, values, 0), index.first_name)


def _best_of_all(index: Index, values: Floats) -> Floats:
    """Return the best of each document's names of any kind."""
    return np.maximum.reduceat(values, index.first_name) if len(index.codes) else values


def _by_kind(index: Index, query: Query, places: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Return, for each kind of case, whether a name is for it and it was said, or was not."""
    said = np.isin(kinds(), list(kinds_said(query.typed)))
    named = index.kinds[places]
    return (named & said).astype(np.float32), (named & ~said).astype(np.float32)


def _special(index: Index, query: Query, places: NDArray[np.intp]) -> dict[str, Floats]:
    """Tell plain procedures from special ones, and whether these were called for."""
    deeds = np.isin(kinds(), _DEEDS)
    is_asked = bool(kinds_said(query.typed) & set(_DEEDS))
    plain = ~index.kinds[places][:, deeds].any(axis=1)
    words = [index.special[place] for place in places.tolist()]
    typed = f" {' '.join(query.typed)} "
    called = np.array([_calls(typed, listed) for listed in words], np.bool_)
    return {
        "plain": np.logical_and(plain, not is_asked).astype(np.float32),
        "plain_unasked": np.logical_and(plain, is_asked).astype(np.float32),
        "special_called": called.astype(np.float32),
        "special_uncalled": (np.array([bool(listed) for listed in words], np.bool_) & ~called).astype(
            np.float32
        ),
        "withdrawn": index.withdrawn[places].astype(np.float32),
        "topic": np.array([not index.codes[place] for place in places.tolist()], np.float32),
    }


def _calls(typed: str, listed: str) -> bool:
    """Whether one of the words, listed with "|" between them, is in the text; without diacritics where it has none."""
    if not listed:
        return False
    words = fold(listed) if typed.isascii() else listed
    return any(f" {word} " in typed for word in words.split("|"))
