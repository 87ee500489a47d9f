"""Days, weeks, months and years in the normal form of a date: ``2026-05-03``, ``2026-W19``, ``2026-05``, ``2026``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
_DAYS = 7
_MONTHS = 12
_YEARS_AHEAD = 10
_NEAR = 90
"""Days ahead up to which a day without a year is taken for the next one."""


def real_day(day: int, month: int, year: int) -> date | None:
    """Return the day, None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def likely_day(day: int, month: int, today: date) -> date | None:
    """Return the last such day, or the next one where it is near: people tell when something was, or is due."""
    years = (today.year + 1, today.year, today.year - 1)
    real = [found for year in years if (found := real_day(day, month, year))]
    return next((one for one in real if (one - today).days <= _NEAR), None)


def day_of_this_month(day: int, today: date) -> date | None:
    """Return that day of the months around that is nearest to today, None where it is a day of none of them."""
    months = (shifted(today, MONTH, count) for count in (-1, 0, 1))
    return _nearest((real_day(day, month.month, month.year) for month in months), today)


def full_year(year: int, today: date) -> int:
    """Return the year that two figures stand for: one of this century up to ten years ahead, else of the last."""
    if year > 99:
        return year
    this = today.year // 100 * 100 + year
    return this if this <= today.year + _YEARS_AHEAD else this - 100


def shifted(day: date, unit: str, count: int) -> date:
    """Return the day so many units on; of months and years the first day."""
    if unit == DAY:
        return day + timedelta(days=count)
    if unit == WEEK:
        return day + timedelta(days=_DAYS * count)
    if unit == MONTH:
        months = day.year * _MONTHS + day.month - 1 + count
        return date(months // _MONTHS, months % _MONTHS + 1, 1)
    return date(day.year + count, 1, 1)


def weekday_of(today: date, weekday: int, weeks: int) -> date:
    """Return a day of the week so many weeks on; Monday is 0."""
    return today - timedelta(days=today.weekday()) + timedelta(days=weekday + _DAYS * weeks)


def written(day: date, grain: str) -> str:
    """Return the normal form."""
    if grain == WEEK:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    return day.isoformat()[: {DAY: 10, MONTH: 7, YEAR: 4}[grain]]


def _nearest(days: Iterable[date | None], today: date) -> date | None:
    real = [day for day in days if day]
    return min(real, key=lambda day: abs(day - today), default=None)
