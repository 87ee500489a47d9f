"""Sisters: twins under two codes, and those that only the level of the office tells apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from knowledge_base.search.evidence import names
from knowledge_base.search.index import Index
from knowledge_base.search.kinds import kind_words, kinds_said
from knowledge_base.search.levels import is_chosen
from knowledge_base.search.query import Query, moot_words, read_query
from knowledge_base.search.result import Candidate
from knowledge_base.vietnamese.folding import fold, folded_syllables

_LEVELS = frozenset({"province", "ministry", "commune", "district"})
_ENDS = frozenset({"end", "pause", "unlock"})
_WHOM = frozenset({"child", "individual", "organisation", "dead", "certify"})
"""Kinds that say for whom or what nearly every name of a matter is, special or not."""
_MEANT_FROM = 0.1
"""What is much less likely than the first is not meant by a level that was said in passing."""
_SHARED_BY_LEVELS = 0.8


class Sisters:
    """Knows what official names share, and for each procedure its special sisters at another level."""

    def __init__(self, index: Index) -> None:
        self._titles = {code: title for code, title in zip(index.codes, index.titles, strict=True) if code}
        self._matter = lru_cache(maxsize=None)(_matter)
        places = {code: place for place, code in enumerate(index.codes) if code and index.held[place]}
        self._open: dict[str, frozenset[str]] = {}
        for code, place in places.items():
            levels = set(index.levels[place].split("|"))
            found = frozenset(
                sister
                for sister in index.siblings[place].split("|")
                if sister in places
                and index.special[places[sister]]
                and levels.isdisjoint(index.levels[places[sister]].split("|"))
                and self._share(code, sister) >= _SHARED_BY_LEVELS
            )
            if found and not index.special[place]:
                self._open[code] = found

    def stands_in(self, held: Candidate, named: Candidate) -> bool:
        """Whether a procedure that can be told is the same matter as one that cannot, whatever their level.

        Their names differ in nothing but kinds of case; what was said of those, both are for, and the one told
        is for none that was not said and the other is not for.
        """
        matter = self._matter(self._titles[held.code])
        if not matter or matter != self._matter(self._titles.get(named.code, "")):
            return False
        called = _kinds(named, "+") - _WHOM
        uncalled = _kinds(held, "-") - _WHOM - _LEVELS
        return called <= _kinds(held, "+") and uncalled <= _kinds(named, "-")

    def by_level(self, ranked: Sequence[Candidate]) -> tuple[Candidate, Sequence[Candidate]] | None:
        """Return whom to tell of the first one's sisters that nothing but the level tells apart, and those.

        It is the only one of a level that was said. Where none was, and people choose at which level they ask, it is
        the only one whose name says none, or else the commune's. None where that is nobody's case.
        """
        alike = [other for other in ranked if other.is_held and self._is_same_but_level(other, ranked[0])]
        likely = ranked[0].score * _MEANT_FROM
        fitting = [other for other in alike if other.parts["level_fits"] and other.score >= likely]
        if not fitting and all(self._is_free_to_choose(other) for other in alike):
            fitting = [other for other in alike if not _levels(other)] or [
                other for other in alike if _levels(other) == {"commune"}
            ]
        return (fitting[0], alike) if len(alike) > 1 and len(fitting) == 1 else None

    def _is_free_to_choose(self, one: Candidate) -> bool:
        """Whether no level was said that it is not for, and its own says where it is carried out, not who decides."""
        is_free = not _levels(one) or is_chosen(self._titles[one.code])
        return is_free and not one.parts["level_unfit"]

    def beginnings_of(self, first: Candidate, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
        """Return the sisters that begin what the first one ends, where no end was spoken of."""
        if not _kinds(first, "-") & _ENDS:
            return ()
        matter = self._matter(self._titles[first.code])
        return [
            other
            for other in ranked
            if other.is_held
            and not _kinds(other, "+") & _ENDS
            and _kinds(other, "-") <= _kinds(first, "-") - _ENDS
            and matter == self._matter(self._titles[other.code])
        ]

    def _is_same_but_level(self, one: Candidate, other: Candidate) -> bool:
        matter = self._matter(self._titles[one.code])
        return (
            bool(matter)
            and matter == self._matter(self._titles[other.code])
            and all(_kinds(one, sign) - _LEVELS == _kinds(other, sign) - _LEVELS for sign in "+-")
        )

    def open_beside(self, code: str, query: Query) -> Collection[str]:
        """Return the special sisters of a plain procedure that wait for a level to be said."""
        if code not in self._open or kinds_said(query.typed) & _LEVELS:
            return ()
        return self._open[code]

    def _share(self, code: str, other: str) -> float:
        one, two = (set(folded_syllables(self._titles[name])) for name in (code, other))
        return len(one & two) / max(min(len(one), len(two)), 1)


def _kinds(candidate: Candidate, sign: str) -> frozenset[str]:
    """Return the kinds that a candidate's name is for: of those that were said ("+"), or were not ("-")."""
    return frozenset(kind for place, kind in _columns(sign) if candidate.values[place])


@lru_cache(maxsize=2)
def _columns(sign: str) -> Sequence[tuple[int, str]]:
    """Return the columns of the evidence that are for kinds, said or not, and for which."""
    return [(place, name[:-1]) for place, name in enumerate(names()) if name.endswith(sign)]


def _levels(candidate: Candidate) -> frozenset[str]:
    """Return the levels of offices that a candidate's name says."""
    return (_kinds(candidate, "+") | _kinds(candidate, "-")) & _LEVELS


def _matter(title: str) -> frozenset[str]:
    """Return the folded words of an official name that say what it is about, no kind of case among them."""
    query = read_query(title)
    telling = {fold(word) for word in query.content if word not in query.faint}
    return frozenset(telling - kind_words() - moot_words())
