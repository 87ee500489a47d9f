"""Numbers in words among the tokens of a message."""

from __future__ import annotations

from bot.nlu.entities.data_file import word_list
from bot.nlu.entities.typed import Typed

_TEN, _HUNDRED = 10, 100
_WORDS_AT_MOST = 6


def number_at(typed: Typed, place: int) -> tuple[int, int]:
    """Return the number from 0 to 999 in words that begins at a token, and how many tokens say it; (0, 0) for none."""
    best = (0, 0)
    if not (_is(typed, place, "digits") or _is(typed, place, "ten")):
        return best
    for length in range(1, _WORDS_AT_MOST + 1):
        if place + length > len(typed.tokens) or (length > 1 and not typed.is_near(place + length - 2)):
            break
        value = _value(typed, place, length)
        best = best if value is None else (value, length)
    return best


def _value(typed: Typed, place: int, length: int) -> int | None:
    """Read exactly these tokens as one number."""
    hundreds, rest = 0, range(place, place + length)
    if length > 1 and _is(typed, place + 1, "hundred"):
        digit = _digit(typed, place)
        if not digit:
            return None
        hundreds, rest = digit * _HUNDRED, rest[2:]
        if len(rest) > 1 and _is(typed, rest[0], "skipped"):
            last = _digit(typed, rest[1]) if len(rest) == 2 else None
            return None if last is None else hundreds + last
        if len(rest) == 1:
            return None
    below = _below_hundred(typed, rest) if rest else 0
    return None if below is None else hundreds + below


def _below_hundred(typed: Typed, places: range) -> int | None:
    first, *others = places
    if _is(typed, first, "ten"):
        ones = _digit(typed, others[0]) if others else 0
        return _TEN + ones if ones is not None and len(others) <= 1 else None
    digit = _digit(typed, first)
    if digit is None or not others:
        return digit
    if not _is(typed, others[0], "tens"):
        ones = _digit(typed, others[0]) if _is(typed, others[0], "only_ones") else None
        return digit * _TEN + ones if len(others) == 1 and ones else None
    last = _digit(typed, others[1]) if len(others) == 2 else 0
    return digit * _TEN + last if digit and last is not None and len(others) <= 2 else None


def _digit(typed: Typed, place: int) -> int | None:
    found: int | None = word_list("numerals", "digits").meaning(typed.tokens[place])
    return found


def _is(typed: Typed, place: int, kind: str) -> bool:
    return typed.says_at(place, word_list("numerals", kind))
