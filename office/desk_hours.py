"""The hours in which officers answer, on working days only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from office.working_days import VIET_NAM, WorkingDays, working_days

NONE = "none"
_PERIOD = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True)
class DeskHours:
    """Periods of a day, in order; none where the hours are not known."""

    periods: tuple[tuple[time, time], ...]

    @classmethod
    def read(cls, text: str) -> DeskHours:
        """Read ``08:00-11:30,13:30-17:00``, or ``none``; raise ValueError for what is neither or out of order."""
        if text.strip() == NONE:
            return cls(())
        matches = [_PERIOD.fullmatch(part.strip()) for part in text.split(",")]
        if not all(matches):
            raise ValueError("desk hours are written as 08:00-11:30,13:30-17:00, or none")
        found = [list(map(int, match.groups())) for match in matches if match]
        periods = tuple((time(a, b), time(c, d)) for a, b, c, d in found)
        moments = [moment for period in periods for moment in period]
        if any(first >= second for first, second in pairwise(moments)):
            raise ValueError("desk hours must follow each other")
        return cls(periods)

    @property
    def is_known(self) -> bool:
        """Whether anything is known of them."""
        return bool(self.periods)

    @property
    def written(self) -> str:
        """The periods as people read them: ``08:00–11:30, 13:30–17:00``."""
        return ", ".join(f"{begin:%H:%M}–{end:%H:%M}" for begin, end in self.periods)

    def is_open(self, at: datetime, calendar: WorkingDays | None = None) -> bool:
        """Tell whether officers answer at a moment, on the clock of Viet Nam; the last minute is closed."""
        here = at.astimezone(VIET_NAM)
        is_worked = (calendar or working_days()).is_working(here.date())
        return is_worked and any(begin <= here.time() < end for begin, end in self.periods)

    def next_opening(self, after: datetime, calendar: WorkingDays | None = None) -> datetime:
        """Return when officers answer next after a moment at which they do not; hours must be known."""
        here = after.astimezone(VIET_NAM)
        calendar = calendar or working_days()
        later = [begin for begin, _ in self.periods if begin > here.time()]
        if later and calendar.is_working(here.date()):
            return _at(here.date(), later[0])
        return _at(calendar.this_or_next(here.date() + timedelta(days=1)), self.periods[0][0])


def _at(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment, VIET_NAM)
