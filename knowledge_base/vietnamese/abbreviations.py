"""Office abbreviations, teencode and a few words of the regions, written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from knowledge_base.glossary_file import ABBREVIATION, SIDES, Term, words_written_out
from knowledge_base.vietnamese.folding import fold, syllables

_WORD = re.compile(r"[^\W\d_]+")
UNTOUCHED: Final = re.compile(r"[\d@#&=%{}\\<>_]|[^\W\d_][-.][^\W\d_]|^/|://")
"""In a run of characters without a space: it is a code, a number, an address, a name of many parts."""
_NUMBER = "#"
_WORDS_LOOKED_AT = 3


@dataclass(frozen=True)
class Abbreviation:
    """What is meant, and between which neighbours (folded words, ``#`` a number); empty for any."""

    meant: str
    any_case: bool
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()

    def fits(self, typed: str, left: str, right: str) -> bool:
        """Whether it is meant by the word typed, between the text to its left and right."""
        return (
            (self.any_case or typed.islower() or (len(typed) > 1 and typed.istitle()))
            and (not self.after or _ends(left, self.after))
            and (not self.before or _starts(right, self.before))
            and not _ends(left, self.unless_after)
            and not _starts(right, self.unless_before)
        )


def expand_abbreviations(text: str) -> str:
    """Write out every word of the glossary that is to be and stands alone as a word.

    Words are parted by single spaces. What one expansion says can make the next one certain, so this goes on
    until nothing changes.
    """
    while (expanded := _expanded_once(text)) != text:
        text = expanded
    return text


def is_written_out(word: str) -> bool:
    """Tell whether a lower-case word is one that is written out between some neighbours."""
    return word in _table()


def _expanded_once(text: str) -> str:
    if _table().keys().isdisjoint(_WORD.findall(text.lower())):
        return text
    chunks = text.split(" ")
    return " ".join(_expanded(chunk, chunks, place) for place, chunk in enumerate(chunks))


def _expanded(chunk: str, chunks: Sequence[str], place: int) -> str:
    if UNTOUCHED.search(chunk):
        return chunk

    def written_out(match: re.Match[str]) -> str:
        meanings = _table().get(match[0].lower())
        if not meanings:
            return match[0]
        left = _neighbours(chunks[max(0, place - _WORDS_LOOKED_AT) : place])
        right = _neighbours(chunks[place + 1 : place + 1 + _WORDS_LOOKED_AT])
        return next((known.meant for known in meanings if known.fits(match[0], left, right)), match[0])

    return _WORD.sub(written_out, chunk)


def _neighbours(chunks: Sequence[str]) -> str:
    words = syllables(fold(" ".join(chunks)))
    return " ".join(_NUMBER if word.isdigit() else word for word in words)


def _ends(left: str, phrases: Sequence[str]) -> bool:
    return any(f" {left}".endswith(f" {phrase}") for phrase in phrases)


def _starts(right: str, phrases: Sequence[str]) -> bool:
    return any(f"{right} ".startswith(f"{phrase} ") for phrase in phrases)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Abbreviation, ...]]:
    """Return the meanings of each word; those that ask for neighbours come first."""
    table: dict[str, tuple[Abbreviation, ...]] = {}
    for term in sorted(words_written_out(), key=lambda term: not term.sides):
        for typed in term.said:
            table[typed] = (*table.get(typed, ()), _abbreviation(term))
    return table


def _abbreviation(term: Term) -> Abbreviation:
    sides = {side: tuple(fold(phrase) for phrase in term.side(side)) for side in SIDES}
    return Abbreviation(term.meant, any_case=term.kind == ABBREVIATION, **sides)
