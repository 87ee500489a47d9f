"""Reading which commune or district a message names, and what it has become."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.gazetteer.communes import Commune, District, FormerCommune
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.gazetteer.names import Mention, Names, Unit, spelling
from knowledge_base.vietnamese.folding import fold

_WORDS = Path(__file__).with_name("words.yml")
_MENTIONS_AT_MOST = 12
"""Names of a message that are looked at; each is compared with all others."""

Units = Sequence[Unit]


class Gazetteer:
    """Knows the names of all communes, of today and before; without any it reads nothing.

    A name counts where its kind was said, or where its district or province follows. Without its kind it counts
    in the home province only: that of a district after words like "ở", any as the whole message. Of places at home
    and elsewhere, those at home are meant.
    """

    def __init__(self, former: Iterable[FormerCommune] = (), home: str = "") -> None:
        self._home = home
        self._within: defaultdict[District, list[FormerCommune]] = defaultdict(list)
        for one in former:
            self._within[one.district].append(one)
        whole = [one for ones in self._within.values() for one in ones]
        communes = sorted({now for one in whole for now in one.successors}, key=lambda now: now.code)
        provinces = {district.province for district in self._within} | {now.province for now in communes}
        units: list[Unit] = [*communes, *(one for one in whole if one.name), *self._within]
        kinds = {**_words()["communes"], **_words()["districts"]}
        self._names = Names(units, sorted(provinces), kinds, _words()["no_kind_after"])
        self._ordinary = {spelling(name) for name in _words()["ordinary"]}

    def read(self, text: str) -> tuple[NamedPlace, ...]:
        """Return the places that a text names, in order: communes, or districts where it names no commune.

        Nothing where a commune is named together with a district or province that has none of that name.
        """
        typed = spelling(text)
        mentions = list(islice(self._names.mentions(typed), _MENTIONS_AT_MOST))
        if any(self._is_elsewhere(mention, mentions) for mention in mentions):
            return ()
        places = [place for mention in mentions if (place := self._place(mention, mentions, typed))]
        return tuple([place for place in places if not place.districts] or places)

    def _place(
        self, mention: Mention, mentions: Sequence[Mention], typed: Sequence[str]
    ) -> NamedPlace | None:
        if not mention.units:
            return None
        regions = [other for other in mentions if self._is_region(other, mention)]
        placed = self._in_most(mention.units, regions)
        if placed and (mention.kind or (_is_followed(mention, regions) and not mention.is_short)):
            return self._named(mention, placed, regions)
        at_home = [unit for unit in mention.units if self._home in self._provinces(unit)]
        units = self._with_kind(mention, at_home) if mention.kind else self._alone(mention, at_home, typed)
        return self._named(mention, units) if units else None

    def _is_elsewhere(self, mention: Mention, mentions: Sequence[Mention]) -> bool:
        regions = [other for other in mentions if self._is_region(other, mention)]
        is_placed = _is_followed(mention, regions) and mention.kind in _words()["communes"]
        return is_placed and not self._in_most(mention.units, regions)

    def _with_kind(self, mention: Mention, at_home: Units) -> Units:
        """Return what a name with its kind is; "xa bao lam", "xã ba", "phường 5", "xã đồng ý" may be no names."""
        is_short = mention.is_short and mention.kind in _words()["communes"]
        if self._is_ordinary(mention):
            return () if mention.is_plain else at_home
        return at_home or (() if mention.is_plain or is_short else mention.units)

    def _alone(self, mention: Mention, at_home: Units, typed: Sequence[str]) -> Units:
        """Return what a name without its kind is: many streets are called like communes."""
        if mention.province or mention.is_short or self._is_ordinary(mention):
            return ()
        districts = [unit for unit in at_home if isinstance(unit, District)]
        if _is_alone(typed, mention):
            return districts or at_home
        return districts if _is_after(typed, mention.start) else ()

    def _is_ordinary(self, mention: Mention) -> bool:
        return mention.name in self._ordinary

    def _is_region(self, other: Mention, mention: Mention) -> bool:
        """Tell whether another name may say where a place lies; one of a district without its kind must follow.

        A province does not make a place of ordinary words: "xã biên giới Tây Ninh".
        """
        if other is mention:
            return False
        if other.province:
            return not self._is_ordinary(mention)
        is_district = any(isinstance(unit, District) for unit in other.units)
        return is_district and (bool(other.kind) or other.start == mention.end)

    def _in_most(self, units: Units, regions: Sequence[Mention]) -> Units:
        """Return those that lie in most of the regions, at least in one."""
        counted = [sum(self._lies_in(unit, region) for region in regions) for unit in units]
        most = max(counted, default=0)
        return [unit for unit, count in zip(units, counted, strict=True) if most and count == most]

    def _lies_in(self, unit: Unit, region: Mention) -> bool:
        if isinstance(unit, FormerCommune) and unit.district in region.units:
            return True
        before = unit.district.province if isinstance(unit, FormerCommune) else unit.province
        return bool(region.province) and region.province in {before, *self._provinces(unit)}

    def _named(self, mention: Mention, units: Units, regions: Sequence[Mention] = ()) -> NamedPlace:
        successors = {now for unit in units for now in self._successors(unit)}
        by_code = sorted(successors, key=lambda now: now.code)
        around = [region for region in regions if any(self._lies_in(unit, region) for unit in units)]
        syllables = frozenset(n for one in (mention, *around) for n in range(one.start, one.end))
        return NamedPlace(mention.kind, tuple(units), tuple(by_code), syllables)

    def _provinces(self, unit: Unit) -> set[str]:
        """Return the provinces of today that it lies in."""
        return {now.province for now in self._successors(unit)}

    def _successors(self, unit: Unit) -> tuple[Commune, ...]:
        if isinstance(unit, Commune):
            return (unit,)
        if isinstance(unit, FormerCommune):
            return unit.successors
        return tuple(now for one in self._within[unit] for now in one.successors)


def _is_followed(mention: Mention, regions: Sequence[Mention]) -> bool:
    return any(region.start == mention.end for region in regions)


def _is_after(typed: Sequence[str], start: int) -> bool:
    return bool(start) and _is_one_of(typed[start - 1], _words()["before_a_bare_name"])


def _is_alone(typed: Sequence[str], mention: Mention) -> bool:
    others = (*typed[: mention.start], *typed[mention.end :])
    return all(_is_one_of(word, _words()["around_a_bare_name"]) for word in others)


def _is_one_of(word: str, known: Sequence[str]) -> bool:
    return word in known or (word.isascii() and word in map(fold, known))


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_WORDS.read_text("utf-8"))
    return read
