"""Sums of money in a message, in đồng: "50k", "1tr2", "2 triệu rưỡi", "200.000đ", "năm mươi nghìn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.nlu.entities.data_file import word_list
from bot.nlu.entities.found import Found, apart
from bot.nlu.entities.numerals import number_at
from bot.nlu.entities.typed import Typed, Words

ENTITY = "money"
_FIGURES = re.compile(r"(?<![\w./\-,])\d{1,12}(?:[.,]\d{3})*(?:[.,]\d{1,2}(?!\d))?(?!\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_THOUSAND = 1000
_DONG_AT_LEAST = 100


def read_sums(text: str) -> list[Found]:
    """Return the sums of a text, in order; a number without a unit of money is none."""
    typed = Typed.of(text)
    return apart([*_after_figures(typed), *_after_words(typed), *_halves(typed)])


def _after_figures(typed: Typed) -> Iterator[Found]:
    starts = {token.start: place for place, token in enumerate(typed.tokens)}
    for match in _FIGURES.finditer(typed.letters):
        place = starts.get(match.start())
        if place is None:
            continue
        after = next(
            (n for n, token in enumerate(typed.tokens) if token.start >= match.end()), len(typed.tokens)
        )
        times, after = _times(typed, after)
        unit = _unit(typed, after, is_figures=True) if _touches(typed, after) else 0
        amount = _amount(match[0], unit * times)
        if amount is not None:
            yield from _sum(typed, place, after + 1, amount * times, unit)


def _after_words(typed: Typed) -> Iterator[Found]:
    for place in range(len(typed.tokens)):
        number, length = number_at(typed, place)
        after = place + length
        is_counted = bool(number) and typed.is_near(after - 1) if after < len(typed.tokens) else False
        unit = _unit(typed, after, is_figures=False) if is_counted else 0
        if unit > 1:
            yield from _sum(typed, place, after + 1, Decimal(number), unit)


def _halves(typed: Typed) -> Iterator[Found]:
    """Read "nửa triệu", and "triệu rưỡi" where no number stands before it."""
    for place in range(len(typed.tokens) - 1):
        if (
            typed.says_at(place, _words("half_of"))
            and (unit := _unit(typed, place + 1, is_figures=False)) > 1
        ):
            yield _found(typed, place, place + 2, unit // 2)
        unit = _unit(typed, place, is_figures=False)
        if unit > 1 and typed.says_at(place + 1, _words("half")):
            yield _found(typed, place, place + 2, unit + unit // 2)


def _sum(typed: Typed, first: int, after: int, amount: Decimal, unit: int) -> Iterator[Found]:
    """Add what goes on after the unit, and the currency; nothing where it counts something else."""
    value = amount * unit
    if unit > 1 and after < len(typed.tokens) and _touches(typed, after):
        more, after = _more(typed, after, unit)
        value += more
    is_named = typed.says_at(after, _words("currency")) and _touches(typed, after)
    after = after + 1 if is_named and unit > 1 else after
    counts = typed.says_at(after, _words("not_before")) and not is_named and typed.is_near(after - 1)
    if value == int(value) and value >= _DONG_AT_LEAST and not counts:
        yield _found(typed, first, after, int(value))


def _more(typed: Typed, place: int, unit: int) -> tuple[Decimal, int]:
    """Return what stands after a unit: a half, a smaller sum, or bare figures that are its next places."""
    if typed.says_at(place, _words("half")):
        return Decimal(unit) / 2, place + 1
    figures = typed.tokens[place].text
    is_figures = figures.isdecimal() and len(figures) <= 3
    number, length = (int(figures), 1) if is_figures else number_at(typed, place)
    times, after = _times(typed, place + length) if is_figures else (1, place + length)
    number *= times
    if not length or (unit == _THOUSAND and not is_figures):
        return Decimal(0), place
    lower = _unit(typed, after, is_figures=is_figures) if after < len(typed.tokens) else 0
    if 1 < lower < unit:
        rest, end = (
            _more(typed, after + 1, lower) if after + 1 < len(typed.tokens) else (Decimal(0), after + 1)
        )
        return Decimal(number) * lower + rest, end
    if typed.says_at(after, _words("not_before")) and not _is_currency(typed, after):
        return Decimal(0), place
    return Decimal(unit) * _places(number, figures if is_figures else str(number)), after


def _places(number: int, figures: str) -> Decimal:
    """Return figures as what follows the point: "1tr2" is 1.2, "1tr250" is 1.25; words below ten likewise."""
    return Decimal(number) / 10 ** len(figures)


def _is_currency(typed: Typed, place: int) -> bool:
    return typed.says_at(place, _words("currency"))


def _times(typed: Typed, place: int) -> tuple[int, int]:
    """Return what a word between figures and unit multiplies by, and the token after it: "2 trăm nghìn"."""
    for kind, times in (("hundred", 100), ("tens", 10)):
        if typed.says_at(place, word_list("numerals", kind)) and _touches(typed, place):
            return times, place + 1
    return 1, place


def _amount(figures: str, unit: int) -> Decimal | None:
    if not unit:
        return None
    if _THOUSANDS.fullmatch(figures):
        return Decimal(re.sub(r"[.,]", "", figures))
    return Decimal(figures.replace(",", ".")) if figures.count(".") + figures.count(",") <= 1 else None


def _unit(typed: Typed, place: int, *, is_figures: bool) -> int:
    """Return what the token at a place multiplies by, 0 where it is no unit of money."""
    if not 0 <= place < len(typed.tokens):
        return 0
    unit: int = _words("units").meaning(typed.tokens[place]) or 0
    if not is_figures and typed.says_at(place, _words("only_after_figures")):
        return 0
    is_apart = place > 0 and typed.tokens[place - 1].end < typed.tokens[place].start
    return 0 if is_apart and typed.says_at(place, _words("only_touching")) else unit


def _touches(typed: Typed, place: int) -> bool:
    """Tell whether a token follows the one before with at most a space between."""
    return 0 < place < len(typed.tokens) and typed.is_near(place - 1)


def _found(typed: Typed, first: int, after: int, value: int) -> Found:
    start, end = typed.span(typed.tokens[first].start, typed.tokens[after - 1].end)
    return Found(ENTITY, value, start, end, typed.raw[start:end], {"currency": "VND"})


def _words(kind: str) -> Words:
    return word_list("sums", kind)
