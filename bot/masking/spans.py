"""Stretches of a text, and what stands in their place."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

BAR = "\n"  # cleaned text holds no line break


@dataclass(frozen=True, order=True)
class Span:
    """``text[start:end]`` is of this kind."""

    start: int
    end: int
    kind: str

    def overlaps(self, other: Span) -> bool:
        """Tell whether they share a character."""
        return self.start < other.end and other.start < self.end


def find(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Find a pattern; its first group is what counts, if it has one."""
    group = 1 if pattern.groups else 0
    return (Span(*match.span(group), kind) for match in pattern.finditer(text))


def without_overlap(candidates: Iterable[Span], taken: Iterable[Span] = ()) -> list[Span]:
    """Return the candidates that touch neither what is taken nor one another, the first of them winning."""
    kept: list[Span] = []
    occupied = sorted(taken)
    for candidate in candidates:
        place = bisect(occupied, candidate)
        if not any(candidate.overlaps(other) for other in occupied[max(0, place - 1) : place + 1]):
            kept.append(candidate)
            occupied.insert(place, candidate)
    return sorted(kept)


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that the spans cover together; of those that overlap the first names the whole."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.overlaps(whole[-1]):
            last = whole.pop()
            span = Span(last.start, max(last.end, span.end), last.kind)
        whole.append(span)
    return whole


def barred(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length in which no pattern reaches into these spans or across them."""
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = BAR * (span.end - span.start)
    return "".join(letters)


def replace(text: str, spans: Iterable[Span], stand_in: Callable[[Span], str]) -> str:
    """Return the text with something else in the place of each span."""
    pieces, at = [], 0
    for span in sorted(spans):
        pieces += [text[at : span.start], stand_in(span)]
        at = max(at, span.end)
    return "".join([*pieces, text[at:]])


def plain(text: str) -> str:
    """Lower case without diacritics, every digit a plain one; by character, so that positions stay the same."""
    return "".join(map(_plain_letter, text))


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    lower = letter.lower()[0]
    return "d" if lower == "đ" else unicodedata.normalize("NFD", lower)[0]
