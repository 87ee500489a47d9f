"""Dates in a message: written out, or told from today; a day that does not exist is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.nlu.entities.calendar import (
    DAY,
    MONTH,
    YEAR,
    day_of_this_month,
    full_year,
    likely_day,
    real_day,
    written,
)
from bot.nlu.entities.data_file import word_list
from bot.nlu.entities.found import Found, apart
from bot.nlu.entities.numerals import number_at
from bot.nlu.entities.relative_dates import relative_dates
from bot.nlu.entities.typed import Typed, Words

ENTITY = "date"
_EDGE, _END = r"(?<![\w./\-])", r"(?![\w/]|-\w|\.\d)"
_FULL = re.compile(rf"{_EDGE}(\d{{1,2}})(\s?[/.\-]\s?)(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_END}")
_ISO = re.compile(rf"{_EDGE}(\d{{4}})-(\d{{2}})-(\d{{2}}){_END}")
_SHORT = re.compile(rf"{_EDGE}(\d{{1,2}})[/\-.](\d{{1,2}}){_END}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIGURES_OF_YEAR = 4

Dates = Iterator[Found]


def read_dates(text: str, today: date) -> list[Found]:
    """Return the dates of a text, in order; ``today`` is what "hôm qua" and a day without a year are told from."""
    typed = Typed.of(text)
    found = [*_in_figures(typed, today), *relative_dates(typed, today), *_in_words(typed, today)]
    return [one for one in apart(found) if one.value]


def _in_figures(typed: Typed, today: date) -> Dates:
    """Yield full dates, and days with a month after a word like "ngày"; those that do not exist without a value."""
    for match in _FULL.finditer(typed.letters):
        day, _, month, year = match.groups()
        yield _day(typed, match.span(), real_day(int(day), int(month), full_year(int(year), today)))
    for match in _ISO.finditer(typed.letters):
        year, month, day = map(int, match.groups())
        yield _day(typed, match.span(), real_day(day, month, year))
    for match in _SHORT.finditer(typed.letters):
        place = next(n for n, token in enumerate(typed.tokens) if token.start == match.start())
        if typed.says_at(place - 1, _words("day_cues")) and not _is_lunar(typed, place + 2):
            yield _day(typed, match.span(), likely_day(int(match[1]), int(match[2]), today))


def _in_words(typed: Typed, today: date) -> Dates:
    """Yield "ngày 3 tháng 5 năm 2026", "tháng 5/2026", "năm 2025", "ngày 15"."""
    for place in range(len(typed.tokens)):
        yield from _day_of_month(typed, place, today)
        yield from _month(typed, place, today)
        yield from _year(typed, place)


def _day_of_month(typed: Typed, place: int, today: date) -> Dates:
    day, after = _number(typed, place)
    if not day or not typed.says_at(place - 1, _words("day_cues")):
        return
    is_numbered = typed.says_at(place - 1, _words("number_cues"))
    month, end = _month_number(typed, after)
    if not month:
        is_day = is_numbered and _stands_alone(typed, after)
        if is_day and not _is_lunar(typed, after) and typed.tokens[place].text.isdecimal():
            yield _tokens(typed, place - 1, after, day_of_this_month(day, today), DAY)
        return
    year, end = _year_after(typed, end)
    if _is_lunar(typed, end):
        return
    if year or is_numbered or not typed.says_at(end, _words("units")):
        real = real_day(day, month, year) if year else likely_day(day, month, today)
        yield _tokens(typed, place, end, real, DAY)


def _month(typed: Typed, place: int, today: date) -> Dates:
    month, end = _month_number(typed, place)
    if not month or _counts_before(typed, place):
        return
    year, end = _year_after(typed, end)
    if not _is_lunar(typed, end):
        first = real_day(1, month, year) if year else likely_day(1, month, today)
        yield _tokens(typed, place, end, first, MONTH)


def _year(typed: Typed, place: int) -> Dates:
    year, end = _year_after(typed, place)
    if year and typed.says_at(place, _words("year")):
        yield _tokens(typed, place, end, date(year, 1, 1), YEAR)


def _counts_before(typed: Typed, place: int) -> bool:
    """Tell whether a number stands before this token, so that it counts something: "3 tháng"."""
    if not place:
        return False
    is_number = typed.tokens[place - 1].text.isdecimal() or number_at(typed, place - 1)[1] == 1
    return is_number and typed.is_near(place - 1)


def _month_number(typed: Typed, place: int) -> tuple[int, int]:
    """Return the month that is named at a token, and the token after it; (0, place) where none is."""
    if not typed.says_at(place, _words("month")):
        return 0, place
    month, end = _number(typed, place + 1)
    follows = typed.says_at(end, _words("number_cues"))
    return (0, place) if not 1 <= month <= 12 or follows else (month, end)


def _year_after(typed: Typed, place: int) -> tuple[int, int]:
    """Return the year at a token, after "năm" or "/", and the token after it; (0, place) where none is."""
    start = place + 1 if typed.says_at(place, _words("year")) else place
    if start >= len(typed.tokens) or not place:
        is_written = start != place
    else:
        between = typed.letters[typed.tokens[start - 1].end : typed.tokens[start].start].strip()
        is_written = start != place or between in ("/", "-", ".")
    figures = typed.tokens[start].text if start < len(typed.tokens) else ""
    is_year = len(figures) == _FIGURES_OF_YEAR and figures.isdecimal()
    if not is_written or not is_year or not _FIRST_YEAR <= int(figures) <= _LAST_YEAR:
        return 0, place
    return int(figures), start + 1


def _number(typed: Typed, place: int) -> tuple[int, int]:
    """Return a number in figures or words and the token after it; (0, place) where none stands."""
    if place < len(typed.tokens) and typed.tokens[place].text.isdecimal():
        return (int(typed.tokens[place].text), place + 1) if len(typed.tokens[place].text) < 3 else (0, place)
    value, length = number_at(typed, place)
    return value, place + length


def _stands_alone(typed: Typed, after: int) -> bool:
    """Tell whether nothing follows a day that makes it a part of a code, or a count."""
    if after < len(typed.tokens) and not typed.is_near(after - 1):
        gap = typed.letters[typed.tokens[after - 1].end : typed.tokens[after].start]
        return gap.strip() in (",", ";", "?", "!", ".", "") and bool(gap.strip(".,") or " " in gap)
    return not typed.says_at(after, _words("not_before", "units"))


def _is_lunar(typed: Typed, place: int) -> bool:
    return typed.says_at(place, _words("lunar"))


def _day(typed: Typed, span: tuple[int, int], day: date | None) -> Found:
    start, end = typed.span(*span)
    value = written(day, DAY) if day else None
    return Found(ENTITY, value, start, end, typed.raw[start:end], {"grain": DAY})


def _tokens(typed: Typed, first: int, after: int, day: date | None, grain: str) -> Found:
    start, end = typed.span(typed.tokens[first].start, typed.tokens[after - 1].end)
    value = written(day, grain) if day else None
    return Found(ENTITY, value, start, end, typed.raw[start:end], {"grain": grain})


def _words(*kinds: str) -> Words:
    return word_list("dates", *kinds)
