"""Dates told from today: "hôm qua", "tuần trước", "3 ngày trước", "thứ hai tuần sau"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.nlu.entities.calendar import DAY, YEAR, shifted, weekday_of, written
from bot.nlu.entities.data_file import phrase_list, word_list
from bot.nlu.entities.found import Found
from bot.nlu.entities.numerals import number_at
from bot.nlu.entities.typed import Typed, Words

ENTITY = "date"
_FIGURES_AT_MOST = 3


def relative_dates(typed: Typed, today: date) -> Iterator[Found]:
    """Yield every date that a text tells from today."""
    for place in range(len(typed.tokens)):
        yield from _named(typed, place, today)
        yield from _shifted(typed, place, today)
        yield from _counted(typed, place, today)
        yield from _weekday(typed, place, today)


def _named(typed: Typed, place: int, today: date) -> Iterator[Found]:
    words, shift = phrase_list("dates", "days").at(typed, place)
    if words:
        yield _found(typed, place, place + words, shifted(today, DAY, shift), DAY)


def _shifted(typed: Typed, place: int, today: date) -> Iterator[Found]:
    """Read "tuần trước" and "sang năm"; days take no such word, "hôm trước" is any day."""
    unit = _unit(typed, place)
    if unit in ("", DAY) or _is_how_long(typed, place):
        return
    tables = ("shifts", "years_only") if unit == YEAR else ("shifts",)
    words, shift = phrase_list("dates", *tables).at(typed, place + 1)
    end = place + 1 + words
    if words and typed.is_near(place) and not typed.says_at(end, _words("not_before")):
        yield _found(typed, place, end, shifted(today, unit, shift), unit)
    elif typed.says_at(place - 1, _words("next_before")):
        yield _found(typed, place - 1, place + 1, shifted(today, unit, 1), unit)


def _counted(typed: Typed, place: int, today: date) -> Iterator[Found]:
    """Read "3 ngày trước", "hai tuần nữa", "cách đây 3 tuần"."""
    count, after = _count(typed, place)
    unit = _unit(typed, after)
    if not count or not unit:
        return
    words, sign = phrase_list("dates", "counted_before").ending_before(typed, place)
    if words:
        yield _found(typed, place - words, after + 1, shifted(today, unit, sign * count), unit)
        return
    words_after, sign = phrase_list("dates", "counted").at(typed, after + 1)
    end = after + 1 + words_after
    if words_after and not typed.says_at(end, _words("not_before")):
        yield _found(typed, place, end, shifted(today, unit, sign * count), unit)


def _weekday(typed: Typed, place: int, today: date) -> Iterator[Found]:
    words, weekday = phrase_list("dates", "weekdays").at(typed, place)
    if not words:
        return
    more, shift = phrase_list("dates", "weekday_shifts").at(typed, place + words)
    if not more:
        return
    weeks = shift if isinstance(shift, int) else _weeks(shift, weekday, today)
    yield _found(typed, place, place + words + more, weekday_of(today, weekday, weeks), DAY)


def _weeks(which: str, weekday: int, today: date) -> int:
    """Return which week the last such day, or the one to come, lies in."""
    if which == "past":
        return 0 if weekday < today.weekday() else -1
    return 0 if weekday >= today.weekday() else 1


def _unit(typed: Typed, place: int) -> str:
    if not 0 <= place < len(typed.tokens):
        return ""
    return word_list("dates", "units").meaning(typed.tokens[place]) or ""


def _count(typed: Typed, place: int) -> tuple[int, int]:
    text = typed.tokens[place].text
    if text.isdecimal():
        return (int(text), place + 1) if len(text) <= _FIGURES_AT_MOST else (0, place)
    value, length = number_at(typed, place)
    return value, place + length


def _is_how_long(typed: Typed, place: int) -> bool:
    """Tell whether a count or a word like "cả" stands before a unit: "ba tháng nay" is no date."""
    if not place:
        return False
    is_number = typed.tokens[place - 1].text.isdecimal() or number_at(typed, place - 1)[1] == 1
    is_count = is_number and typed.is_near(place - 1)
    return is_count or typed.says_at(place - 1, _words("how_long_before"))


def _found(typed: Typed, first: int, after: int, day: date, grain: str) -> Found:
    start, end = typed.span(typed.tokens[first].start, typed.tokens[after - 1].end)
    return Found(ENTITY, written(day, grain), start, end, typed.raw[start:end], {"grain": grain})


def _words(name: str) -> Words:
    return word_list("dates", name)
