"""Sisters: where only the level of the office tells them apart and none was said, the assistant asks."""

from __future__ import annotations

from collections.abc import Collection

from knowledge_base.search.index import Index
from knowledge_base.search.kinds import kinds_said
from knowledge_base.search.query import Query
from knowledge_base.vietnamese.folding import folded_syllables

_SHARED_BY_TWINS = 0.8
_LEVELS = frozenset({"province", "ministry", "commune"})


class Sisters:
    """Knows, for each procedure, its special sisters at another level."""

    def __init__(self, index: Index) -> None:
        places = {code: place for place, code in enumerate(index.codes) if code and index.held[place]}
        self._titles = {
            code: frozenset(folded_syllables(title))
            for code, title in zip(index.codes, index.titles, strict=True)
            if code
        }
        self._open: dict[str, frozenset[str]] = {}
        for code, place in places.items():
            listed = index.siblings[place].split("|") if index.siblings[place] else []
            levels = set(index.levels[place].split("|"))
            found = frozenset(
                sister
                for sister in listed
                if sister in places
                and index.special[places[sister]]
                and self.are_twins(code, sister)
                and levels.isdisjoint(index.levels[places[sister]].split("|"))
            )
            if found and not index.special[place]:
                self._open[code] = found

    def are_twins(self, code: str, other: str) -> bool:
        """Whether nearly all that one official name says is in the other: an old and a new record of one matter."""
        one, two = self._titles.get(code, frozenset()), self._titles.get(other, frozenset())
        return len(one & two) >= _SHARED_BY_TWINS * min(len(one), len(two)) > 0

    def open_beside(self, code: str, query: Query) -> Collection[str]:
        """Return the special sisters of a plain procedure that wait for a level to be said."""
        if code not in self._open or kinds_said(query.typed) & _LEVELS:
            return ()
        return self._open[code]
