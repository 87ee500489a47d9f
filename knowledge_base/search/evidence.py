"""What speaks for each procedure, as numbers: words it shares with a question, names that are alike, kinds of case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.ages import ages_said
from knowledge_base.search.bags import MENTIONED
from knowledge_base.search.entries import Floats
from knowledge_base.search.index import SAID, WRITTEN, Index
from knowledge_base.search.kinds import kinds, kinds_said
from knowledge_base.search.levels import levels_said
from knowledge_base.search.meaning import MEANINGS, Meant
from knowledge_base.search.names import ALIAS, TITLE
from knowledge_base.search.near_names import NearNames
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
    "age_fits",
    "age_unfit",
    "level_fits",
    "level_unfit",
    "topic",
    "exact",
    "named",
)
_NEARNESS = {"all": 1.0, "alias_alike": 0.9, "title_alike": 0.5, "question_alike": 0.3}
"""How the nearest documents are chosen before all evidence is weighed."""
_FEWEST_WORDS, _ALMOST_NOTHING = 3.0, 0.1
_NAMED_POWER = 3
"""Only a question that is hardly more than a name of a procedure is taken for one."""
_MARKED_AT_LEAST = 0.5
"""Of the weight of a question's syllables, so much has diacritics, or marks were left out: abbreviations written out
must not speak for all of it. Two syllables in three have some; docs/decisions/0015-peers.md."""
_DEEDS = ("reissue", "exchange", "renew", "change", "end")


@cache
def names() -> tuple[str, ...]:
    """Return what each column of the evidence is."""
    called = tuple(f"{kind}{sign}" for sign in "+-" for kind in kinds())
    return (*FIELDS, *LIKENESSES, *OTHERS, *MEANINGS, *called)


@dataclass(frozen=True)
class Evidence:
    """``places`` [n] of documents in the index, and what speaks for them: float32 [n, len(names())].

    ``telling``: the weight of all that the question says, in nats. ``is_beside`` [n]: which documents are topics that
    no procedure is about. ``is_meant``: an encoder told what it means.
    """

    places: NDArray[np.intp]
    values: Floats
    telling: float
    is_beside: NDArray[np.bool_]
    is_meant: bool = False


def gather(
    index: Index, query: Query, at_most: int, may_be: NDArray[np.bool_], meant: Meant | None = None
) -> Evidence:
    """Weigh a question against all documents that ``may_be`` [documents] meant; tell it for the nearest ones.

    Words tell which are the nearest; ``meant`` adds how near those are in meaning.
    """
    asked = index.weights.weigh(query)
    carried = index.postings["names"].carried(asked.weights)
    everywhere = _everywhere(index, asked, carried)
    nearness = sum(
        (weight * everywhere[name] for name, weight in _NEARNESS.items()), np.zeros(len(index.codes))
    )
    nearness[~may_be] = -np.inf
    size = min(at_most, int(may_be.sum()))
    places = np.sort(np.argpartition(-nearness, size - 1)[:size]) if size else np.zeros(0, np.intp)
    near = {name: column[places] for name, column in everywhere.items()}
    near_names = NearNames.of(places, index.owners)
    near |= _by_field(index, asked, places) | _by_name(index, asked, carried, places, near_names)
    near |= _special(index, query, places) | _by_age(index, query, places) | _by_level(index, query, places)
    near |= _by_meaning(index, meant, near_names)
    told = np.stack([near[name] for name in (*FIELDS, *LIKENESSES, *OTHERS, *MEANINGS)], axis=1)
    values = np.concatenate([told, *_by_kind(index, query, places)], axis=1)
    is_beside = np.array([not index.codes[place] for place in places.tolist()], np.bool_)
    telling = sum(asked.weights.values())
    return Evidence(places, values.astype(np.float32), telling, is_beside, is_meant=meant is not None)


def _everywhere(index: Index, asked: Asked, carried: Floats) -> dict[str, Floats]:
    """Return what tells which documents are near, for all of them; ``carried`` [names] by each name by itself."""
    alike = _dice(carried, asked.total, index.size_of)
    titles, aliases, questions = index.owners
    return {
        "all": index.postings["all"].carried(asked.weights) / asked.total,
        "title_alike": titles.best(alike),
        "alias_alike": aliases.best(alike),
        "question_alike": questions.best(alike),
    }


def _by_field(index: Index, asked: Asked, places: NDArray[np.intp]) -> dict[str, Floats]:
    said = index.bags[SAID].carried(asked.weights, places)
    columns = {name: carried / asked.total for name, carried in said.items()}
    written = sum(asked.written.values())
    total = max(written, _MARKED_AT_LEAST * asked.of_syllables)
    unmarked = (total - written) * columns[MENTIONED]
    as_written = index.bags[WRITTEN].carried(asked.written, places)[MENTIONED]
    columns[WRITTEN] = (as_written + unmarked) / (total or 1)
    return columns


def _by_name(
    index: Index, asked: Asked, carried: Floats, places: NDArray[np.intp], near: NearNames
) -> dict[str, Floats]:
    """Compare with each name of the documents at ``places`` by itself."""
    titles = index.owners[TITLE]
    alone, size = carried[near.rows], index.size_of[near.rows]
    is_alias = index.kind_of[near.rows] == ALIAS
    exact = near.best(_dice(alone, sum(asked.weights.values()) + _ALMOST_NOTHING, size))
    return {
        "exact": exact,
        "named": np.power(exact, _NAMED_POWER),
        "alias_covered": near.best(np.where(is_alias, alone / (size + _FEWEST_WORDS), 0)),
        "title_length": np.log1p(index.size_of[titles.first + places]) / np.float32(4),
    }


def _by_meaning(index: Index, meant: Meant | None, near: NearNames) -> dict[str, Floats]:
    """Return how near in meaning the nearest names are, 0 where no encoder tells."""
    if meant is None:
        return dict.fromkeys(MEANINGS, np.zeros(near.size, np.float32))
    return meant.told(near, index.kind_of[near.rows])


def _dice(carried: Floats, asked: float, size: Floats) -> Floats:
    """Return how alike two texts are, given the weight of what both hold and of each: 2ab / (a + b)."""
    return 2 * carried / (np.float32(asked) + size)


def _by_kind(index: Index, query: Query, places: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Return, for each kind of case, whether a name is for it and it was said, or was not."""
    said = _are(kinds_said(query.typed))
    named = index.kinds[places]
    return (named & said).astype(np.float32), (named & ~said).astype(np.float32)


def _are(wanted: Collection[str]) -> NDArray[np.bool_]:
    return np.array([kind in wanted for kind in kinds()], np.bool_)


def _special(index: Index, query: Query, places: NDArray[np.intp]) -> dict[str, Floats]:
    """Tell plain procedures from special ones, and whether these were called for."""
    is_asked = not kinds_said(query.typed).isdisjoint(_DEEDS)
    plain = ~index.kinds[places][:, _are(_DEEDS)].any(axis=1)
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


def _by_age(index: Index, query: Query, places: NDArray[np.intp]) -> dict[str, Floats]:
    """Return whether a name is for an age that was said, or only for others."""
    ages = ages_said(query.typed)
    if not ages:
        return dict.fromkeys(("age_fits", "age_unfit"), np.zeros(len(places), np.float32))
    bounds = [index.bounds.get(place) for place in places.tolist()]
    fits = [bound is not None and any(map(bound.holds, ages)) for bound in bounds]
    unfit = [bound is not None and not fit for bound, fit in zip(bounds, fits, strict=True)]
    return {"age_fits": np.array(fits, np.float32), "age_unfit": np.array(unfit, np.float32)}


def _by_level(index: Index, query: Query, places: NDArray[np.intp]) -> dict[str, Floats]:
    """Return whether a procedure's offices are of a level that was said, or only of others."""
    said = levels_said(query.typed)
    if not said:
        return dict.fromkeys(("level_fits", "level_unfit"), np.zeros(len(places), np.float32))
    levels = [set(filter(None, index.levels[place].split("|"))) for place in places.tolist()]
    fits = np.array([bool(found & said) for found in levels], np.bool_)
    unfit = np.array([bool(found) for found in levels], np.bool_) & ~fits
    return {"level_fits": fits.astype(np.float32), "level_unfit": unfit.astype(np.float32)}


def _calls(typed: str, listed: str) -> bool:
    """Whether one of the words, listed with "|" between them, is in the text; without diacritics where it has none."""
    if not listed:
        return False
    words = fold(listed) if typed.isascii() else listed
    return any(f" {word} " in typed for word in words.split("|"))
