"""Ages: which ones people say, and for which ones an official name is: "dưới 14 tuổi", "từ đủ 14 tuổi trở lên"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge_base.vietnamese.folding import fold, fold_each

_DIGITS = ("khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
_UNITS = {**{word: number for number, word in enumerate(_DIGITS)}, "lam": 5, "tu": 4}
_OLDEST = 130
_BELOW = {"duoi", "chua"}
_BOUNDS = re.compile(r"(duoi|chua du|tu du|tu) (\d+)(?: tuoi)?(?: den (duoi )?(\d+))? tuoi")


class Bounds(NamedTuple):
    """Ages in years from ``low`` up to but not ``high``."""

    low: int
    high: int

    def holds(self, age: int) -> bool:
        """Whether somebody of this age is meant."""
        return self.low <= age < self.high


def ages_said(typed: Sequence[str]) -> list[int]:
    """Return the ages in years in lower-case syllables: "7 tuổi", "mười chín tuổi"; 13 for "dưới 14 tuổi"."""
    words = fold_each(typed)
    return [age for place, word in enumerate(words) if word == "tuoi" for age in _before(words[:place])]


def bounds_named(title: str) -> Bounds | None:
    """Return for whose age an official name is, None where it says none or is for others as well."""
    found = _BOUNDS.findall(fold(title))
    if len(found) != 1 or ";" in title:
        return None
    ((kind, first, until, last),) = found
    if kind in ("duoi", "chua du"):
        return Bounds(0, int(first))
    return Bounds(int(first), int(last) + (not until) if last else _OLDEST)


def _before(words: Sequence[str]) -> Iterator[int]:
    """Yield the age that words end with, if they do."""
    rest, age = _number(words)
    if age is not None and age < _OLDEST:
        yield age - 1 if not _BELOW.isdisjoint(rest[-2:]) else age


def _number(words: Sequence[str]) -> tuple[Sequence[str], int | None]:
    """Return the number that words end with and what is before it: "7", "bảy", "mười bảy", "hai mươi bảy"."""
    if not words:
        return words, None
    *rest, last = words
    if last.isascii() and last.isdigit():
        return rest, int(last[:4])
    ones = 0 if last in ("muoi", "chuc") else _UNITS.get(last)
    if ones is None:
        return words, None
    if last != "muoi":
        if not rest or rest[-1] != "muoi":
            return rest, ones
        rest = rest[:-1]
    tens = _UNITS.get(rest[-1]) if rest else None
    return (rest, 10 + ones) if tens is None else (rest[:-1], 10 * tens + ones)
