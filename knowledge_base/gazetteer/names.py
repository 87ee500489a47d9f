"""Where in a text the names of communes, districts and provinces stand, with and without their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge_base.gazetteer.communes import Commune, District, FormerCommune
from knowledge_base.vietnamese.folding import fold, fold_each, syllables
from knowledge_base.vietnamese.tone_placement import unify_tone_placement

Unit = Commune | FormerCommune | District


@dataclass(frozen=True)
class Mention:
    """A name in a text: the syllables from ``start`` up to ``end``, its kind among them, and what is called so.

    ``kind`` is "" where the name stands alone; then it may be that of a province, too. ``is_plain``: the kind was
    typed as something that may be another word: "xa", "p".
    """

    start: int
    end: int
    kind: str
    units: tuple[Unit, ...]
    province: str = ""
    is_plain: bool = False

    @property
    def name(self) -> tuple[str, ...]:
        """The name alone, as it is spelled."""
        return spelling(self.units[0].name if self.units else self.province)

    @property
    def is_short(self) -> bool:
        """Whether the name has one syllable only, or is a number."""
        return len(self.name) < 2


class Names:
    """Everything by its name; a syllable is heard with its diacritics, or typed without any."""

    def __init__(
        self,
        units: Iterable[Unit],
        provinces: Iterable[str],
        kinds: Mapping[str, Sequence[str]],
        no_kind_after: Sequence[str],
    ) -> None:
        """Take for each kind what is typed for it, and the words that a kind does not follow."""
        self._no_kind_after = frozenset(map(fold, no_kind_after))
        self._named: dict[tuple[str, ...], list[tuple[tuple[str, ...], Unit | str]]] = {}
        lengths: dict[str, set[int]] = {}
        every = [*units, *provinces]
        names = [named if isinstance(named, str) else named.name for named in every]
        for named, (spelled, folded) in zip(every, _spellings(names), strict=True):
            self._named.setdefault(folded, []).append((spelled, named))
            lengths.setdefault(folded[0], set()).add(len(folded))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        spoken = [(tuple(word.split()), kind) for kind, words in kinds.items() for word in words]
        self._kinds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, kind in sorted(spoken, key=lambda one: -len(one[0])):
            self._kinds.setdefault(fold(words[0]), []).append((words, kind))

    def mentions(self, typed: Sequence[str]) -> Iterator[Mention]:
        """Yield the names in lower-case syllables, left to right, each as long as can be."""
        folded, place = tuple(fold_each(typed)), 0
        while place < len(typed):
            found = self._with_kind(typed, folded, place) or self._alone(typed, folded, place)
            if found:
                yield found
            place = found.end if found else place + 1

    def _with_kind(self, typed: Sequence[str], folded: tuple[str, ...], place: int) -> Mention | None:
        if place and folded[place - 1] in self._no_kind_after:
            return None
        for words, kind in self._kinds.get(folded[place], ()):
            start = place + len(words)
            if _is_heard(typed[place:start], words):
                for end, called in self._called(typed, folded, start):
                    units = tuple(one for one in called if not isinstance(one, str) and one.kind == kind)
                    if units:
                        is_plain = all(map(str.isascii, typed[place:start]))
                        return Mention(place, end, kind, units, is_plain=is_plain)
        return None

    def _alone(self, typed: Sequence[str], folded: tuple[str, ...], place: int) -> Mention | None:
        for end, called in self._called(typed, folded, place):
            provinces = [one for one in called if isinstance(one, str)]
            units = tuple(one for one in called if not isinstance(one, str))
            return Mention(place, end, "", units, provinces[0] if provinces else "")
        return None

    def _called(
        self, typed: Sequence[str], folded: tuple[str, ...], start: int
    ) -> Iterator[tuple[int, list[Unit | str]]]:
        """Yield what begins at a place: where it ends, and all that is called so; the longest first."""
        for length in self._lengths.get(folded[start], ()) if start < len(folded) else ():
            end = start + length
            named = self._named.get(folded[start:end], ()) if end <= len(folded) else ()
            if called := [one for spelled, one in named if _is_heard(typed[start:end], spelled)]:
                yield end, called


def spelling(text: str) -> tuple[str, ...]:
    """Return the lower-case syllables of a text, as names are compared by; a number without leading zeros."""
    return _numbered(unify_tone_placement(text.lower()))


def _spellings(names: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the spelling of each name, and the same folded; all at once, which takes a tenth of the time."""
    lines = unify_tone_placement("\n".join(names).lower()).splitlines()
    for line, folded in zip(lines, fold("\n".join(lines)).splitlines(), strict=True):
        yield _numbered(line), _numbered(folded)


def _numbered(text: str) -> tuple[str, ...]:
    found = syllables(text)
    return tuple(str(int(one)) if one.isascii() and one.isdecimal() else one for one in found)


def _is_heard(typed: Sequence[str], spelled: Sequence[str]) -> bool:
    """Tell whether a name is written as it is spelled, or whole without diacritics: "mỹ hai" is not "Mỹ Hải"."""
    if not all(map(str.isascii, typed)):
        return tuple(typed) == tuple(spelled)
    return len(typed) == len(spelled) and all(map(_is_plain, typed, spelled))


def _is_plain(word: str, known: str) -> bool:
    return word == known or word == fold(known)
