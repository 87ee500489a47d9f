"""Stretches of a text, and what stands in their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


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
    taken = list(taken)
    for candidate in candidates:
        if not any(candidate.overlaps(other) for other in (*taken, *kept)):
            kept.append(candidate)
    return sorted(kept)


def replace(text: str, spans: Iterable[Span], stand_in: Callable[[Span], str]) -> str:
    """Return the text with something else in the place of each span."""
    for span in sorted(spans, reverse=True):
        text = text[: span.start] + stand_in(span) + text[span.end :]
    return text


def plain(text: str) -> str:
    """Lower case without diacritics, character by character, so that positions stay the same."""
    return "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    lower = letter.lower()[0]
    return "d" if lower == "đ" else unicodedata.normalize("NFD", lower)[0]
