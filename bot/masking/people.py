"""Names that people give as their own, and their street addresses: left out of what is kept.

The engine reads them, since many a name is also a word of a procedure. A name is only looked for after a word that
introduces it, an address only where a number stands beside a street or lane.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path

import yaml

from bot.masking.spans import Span, barred, plain, without_overlap

_FILE = Path(__file__).with_name("people.yml")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_GAP = r"[^\S\n]{1,3}"
_SPACE = re.compile(r"[^\S\n]{1,3}")
_NAME_LENGTHS = range(2, 6)
_LOWER_NAME_AT_MOST = 4
_STREET_AT_MOST, _LOWER_STREET_AT_MOST = 4, 2
_NUMBER = r"\d{1,5}[a-z]?(?:[/-]\d{1,4}[a-z]?){0,3}(?![\w/])"


def people(text: str, taken: Iterable[Span]) -> list[Span]:
    """Return where a text names somebody after an introduction, or a street address, outside of what is taken."""
    open_text = barred(text, taken)
    return without_overlap([*_names(open_text), *_addresses(open_text)])


def _names(text: str) -> Iterator[Span]:
    bare = plain(text)
    for cue, is_maybe in (("introductions", False), ("maybe", True)):
        for match in _cue(cue).finditer(bare):
            if _is(text[match.start(1) : match.end(1)], cue):
                yield from _name(_row(text, match.end(), max(_NAME_LENGTHS)), text, is_maybe=is_maybe)


def _name(row: Sequence[re.Match[str]], text: str, *, is_maybe: bool) -> Iterator[Span]:
    """Take what is capitalised, else what follows a family name up to a word that ends it."""
    typed = [syllable[0] for syllable in row]
    begins_with_family = _is("".join(typed[:1]), "families") and not _is(" ".join(typed[:2]), "not_names")
    capitals = 0 if text.isupper() else _length(typed, str.istitle)
    if capitals in _NAME_LENGTHS and (begins_with_family or not is_maybe):
        yield Span(row[0].start(), row[capitals - 1].end(), "name")
    elif begins_with_family:
        has_middle = _is("".join(typed[1:2]), "middles")
        sure = 2 if has_middle else 1
        length = sure + _before_end(typed[sure:_LOWER_NAME_AT_MOST], typed)
        if length in _NAME_LENGTHS and (has_middle or not is_maybe):
            yield Span(row[0].start(), row[length - 1].end(), "name")


def _addresses(text: str) -> Iterator[Span]:
    """Find lanes and what is called a home, with their street; a number alone needs a capitalised street."""
    for match in _address().finditer(plain(text)):
        row = _row(text, match.end(), _STREET_AT_MOST)
        length = _length([syllable[0] for syllable in row], str.istitle)
        if not length and match["street"] and (match["lane"] or match["home"]):
            typed = [syllable[0] for syllable in row[:_LOWER_STREET_AT_MOST]]
            length = _before_end(typed, typed)
        if length and (match["street"] or match["lane"] or match["home"]):
            yield Span(match.start("base"), row[length - 1].end(), "address")
        elif match["lane"]:
            yield Span(*match.span("base"), "address")


def _row(text: str, start: int, at_most: int) -> list[re.Match[str]]:
    """Return the syllables that follow one another from here, only blanks between them."""
    row: list[re.Match[str]] = []
    while len(row) < at_most and (syllable := _SYLLABLE.match(text, start)):
        row.append(syllable)
        blank = _SPACE.match(text, syllable.end())
        if not blank:
            break
        start = blank.end()
    return row


def _length(typed: Sequence[str], fits: Callable[[str], bool]) -> int:
    """Return how many syllables fit, from the first on."""
    return sum(1 for _ in takewhile(fits, typed))


def _before_end(typed: Sequence[str], row: Sequence[str]) -> int:
    """Return how many syllables come before a word that ends a name; where the row has marks, words have theirs."""
    is_bare = all(syllable.lower() == plain(syllable) for syllable in row)
    ends = _bare_words()["ends"] if is_bare else _words()["ends"]
    return _length(typed, lambda syllable: syllable.lower() not in ends)


def _is(typed: str, name: str) -> bool:
    """Tell whether this is one of the words; without marks it may be any that it is the bare form of."""
    lower = typed.lower()
    return lower in _words()[name] or (lower == plain(lower) and lower in _bare_words()[name])


@cache
def _words() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def _bare_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(plain, words)) for name, words in _words().items()}


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9])({_alternatives(name)})(?![a-z0-9])(?: ?: ?|{_GAP})")


@cache
def _address() -> re.Pattern[str]:
    """Match a base, which is house and lanes or a house alone, perhaps called a home, perhaps on a street."""
    house, between = _alternatives("house"), r"[ ,]{1,3}"
    lane = rf"(?:{_alternatives('lanes')}) (?:so )?{_NUMBER}"
    on_lanes = rf"(?:(?:(?:{house}) )?{_NUMBER}{between})?(?P<lane>{lane}(?:{between}{lane}){{0,3}})"
    on_street = rf"(?:(?:{house}) )?{_NUMBER}"
    return re.compile(
        rf"(?<![a-z0-9./-])(?P<home>(?:{_alternatives('homes')})[: ]{{1,3}})?(?P<base>{on_lanes}|{on_street})"
        rf"{between}?(?P<street>(?:{_alternatives('ways')}) )?"
    )


def _alternatives(name: str) -> str:
    return "|".join(sorted(_bare_words()[name], key=len, reverse=True))
