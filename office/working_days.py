"""Working days of Vietnamese public offices: no weekends, public holidays and decreed days off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from pathlib import Path
from typing import Any

import holidays
import yaml

DECREES = Path(__file__).parent / "data" / "holidays.yml"
VIET_NAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
_SATURDAY = 5
_WEEK = 7
_ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Outside of these years holidays are not looked up: nothing an office handles lies there."""


def now_in_viet_nam() -> datetime:
    """Return the time on the office's clock; Viet Nam has kept UTC+7 all year since 1975."""
    return datetime.now(VIET_NAM)


@dataclass(frozen=True)
class Decrees:
    """Swaps that the holidays library misses, and the last year that is known in full."""

    days_off: frozenset[date]
    working_days: frozenset[date]
    announced_through: int

    @classmethod
    def read(cls, path: Path) -> Decrees:
        """Read an overlay file; its head says what it may hold."""
        content: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        decrees = content["decrees"]
        return cls(
            days_off=frozenset(day for decree in decrees for day in decree["days_off"]),
            working_days=frozenset(day for decree in decrees for day in decree["working_days"]),
            announced_through=content["announced_through"],
        )


class WorkingDays:
    """A calendar of working days."""

    def __init__(self, decrees: Decrees) -> None:
        self._decrees = decrees
        self._known = holidays.country_holidays("VN")
        self._by_year: dict[int, list[tuple[date, int]]] = {}

    def is_working(self, day: date) -> bool:
        """Tell whether public offices work on this day; a decree outweighs library and weekend."""
        if day in self._decrees.working_days:
            return True
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return day.weekday() < _SATURDAY
        if day in self._decrees.days_off or day in self._known:
            return False
        return day.weekday() < _SATURDAY or day in self._known.weekend_workdays

    def is_provisional(self, day: date) -> bool:
        """Tell whether the swaps of that year are not known yet, so that counts up to it may still change."""
        return day.year > self._decrees.announced_through

    def left(self, due: date, today: date) -> int:
        """Return the working days after today up to and with the due day; zero on the due day alone.

        Negative once the due day has passed: the working days since, the one under way or about to come
        counted in, so that nothing late is ever zero. A due day that is no working day moves to the next
        one (Bộ luật Dân sự 2015, Điều 148 khoản 5).
        """
        due = self.this_or_next(due)
        if today <= due:
            return self._between(today, due)
        return -self._between(due, self.this_or_next(today))

    def this_or_next(self, day: date) -> date:
        """Return the day itself if it is worked, else the next working day."""
        return self.after(day - _ONE_DAY, 1)

    def after(self, day: date, count: int) -> date:
        """Return the count-th working day after a day; a count of zero returns the day itself."""
        while count > 0:
            day += _ONE_DAY
            count -= self.is_working(day)
        return day

    def _between(self, start: date, end: date) -> int:
        """Count the working days after ``start`` up to and with ``end``: by weeks, then what differs from them."""
        return (
            _weekdays_until(end)
            - _weekdays_until(start)
            + sum(
                self._differences(year, start, end)
                for year in range(max(start.year, FIRST_YEAR), min(end.year, LAST_YEAR) + 1)
            )
        )

    def _differences(self, year: int, start: date, end: date) -> int:
        """Return by how many days a year, or what lies of it in between, is worked more than its weekdays."""
        return sum(more for day, more in self._exceptions(year) if start < day <= end)

    def _exceptions(self, year: int) -> Sequence[tuple[date, int]]:
        """Return the days of a year that are worked at weekends (1) or not on weekdays (-1)."""
        if year not in self._by_year:
            self._by_year[year] = [
                (day, int(self.is_working(day)) - int(day.weekday() < _SATURDAY))
                for day in self._named_days(year)
                if self.is_working(day) != (day.weekday() < _SATURDAY)
            ]
        return self._by_year[year]

    def _named_days(self, year: int) -> set[date]:
        """Return the days of a year of which library or decrees say anything."""
        self._known.get(date(year, 1, 1))
        known = {*self._known, *self._known.weekend_workdays}
        return {
            day for day in {*known, *self._decrees.days_off, *self._decrees.working_days} if day.year == year
        }


def _weekdays_until(day: date) -> int:
    """Count the days from Monday to Friday up to and with a day."""
    weeks, rest = divmod(day.toordinal(), _WEEK)
    return weeks * _SATURDAY + min(rest, _SATURDAY)


@lru_cache(maxsize=1)
def working_days() -> WorkingDays:
    """Return the calendar of the project's overlay file, read once."""
    return WorkingDays(Decrees.read(DECREES))


def working_days_left(due: date, today: date) -> int:
    """Return the working days left until the due day; negative when it is late."""
    return working_days().left(due, today)
