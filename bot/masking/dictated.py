"""Numbers that are dictated: digits in words, alone or mixed with typed ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import groupby

from bot.masking.figures import GAP, digits, tens, weekday
from bot.masking.spans import Span

_SPELLED_PIECES, _SPELLED_WORDS = 6, 3
_NUMBER, _USUAL = range(9, 15), (10, 12)
_PROOF_PIECES = 6
_TYPED_AT_MOST = 9
_YEAR_OR_SUM = re.compile(r"(?:19|20)\d{2}|[1-9]\d*000")


class Row:
    """Digits that stand beside one another, some of them words."""

    def __init__(self, pieces: tuple[re.Match[str], ...]) -> None:
        self.span = Span(pieces[0].start(), pieces[-1].end(), "number")
        self._pieces = [piece[0] for piece in pieces]

    @property
    def is_spelled(self) -> bool:
        """Whether it is read out digit by digit, longer than an age or a day of the month in words."""
        spelled = sum(piece not in tens() for piece in self._pieces)
        is_long = self._words >= _SPELLED_WORDS and spelled >= _SPELLED_PIECES
        return is_long and not self._holds_year_or_sum

    @property
    def is_number(self) -> bool:
        """Whether it is mixed and as long as somebody's number; one that begins with no zero must show it."""
        lengths = _USUAL if self._holds_long_row else _NUMBER
        if not self._words or len(self._pieces) not in lengths:
            return False
        begins_with_zero = digits().get(self._pieces[0], self._pieces[0]) == "0"
        return begins_with_zero or (self._words > 1 and not self._holds_year_or_sum)

    @property
    def is_proof(self) -> bool:
        """Whether it is mixed and as long as the last digits of a number."""
        return bool(self._words) and len(self._pieces) == _PROOF_PIECES and not self._holds_year_or_sum

    @cached_property
    def _words(self) -> int:
        return sum(piece in digits() for piece in self._pieces)

    @cached_property
    def _typed(self) -> list[str]:
        rows = groupby(self._pieces, key=str.isdecimal)
        return ["".join(row) for is_typed, row in rows if is_typed]

    @property
    def _holds_long_row(self) -> bool:
        """Whether a row may be a number of its own, beside a word that does not belong to it."""
        return any(len(row) > _TYPED_AT_MOST for row in self._typed)

    @property
    def _holds_year_or_sum(self) -> bool:
        return any(map(_YEAR_OR_SUM.fullmatch, self._typed))


def dictated(bare: str) -> Iterator[Span]:
    """Find what reads as somebody's number: six digits or more that are spelled, or nine that are mixed."""
    return (row.span for row in _rows(bare) if row.is_spelled or row.is_number)


def dictated_proof(bare: str) -> Iterator[Span]:
    """Find six digits, some of them words, where the last digits of a number are expected."""
    return (row.span for row in _rows(bare) if row.is_proof)


def _rows(bare: str) -> Iterator[Row]:
    return (Row(tuple(_piece().finditer(bare, *found.span()))) for found in _row().finditer(bare))


@cache
def _piece() -> re.Pattern[str]:
    words = sorted({*digits(), *tens()}, key=len, reverse=True)
    return re.compile(rf"\d|{'|'.join(words)}")


@cache
def _row() -> re.Pattern[str]:
    piece = rf"(?:{_piece().pattern})"
    return re.compile(
        rf"(?<![a-z0-9])(?<!{weekday()} ){piece}(?:{GAP}{piece}){{{_PROOF_PIECES - 1},}}(?![a-z0-9])"
    )
