"""When somebody must look at a record again."""

from __future__ import annotations

from datetime import date
from typing import Final

_AFTER_MONTHS: Final = 6
"""Of 5,926 procedures of April 2025, 56 % were left 15 months later: half a year is late enough."""


def review_day(fetched: date) -> date:
    """Return the day by which a record that was fetched on ``fetched`` must be read or fetched again."""
    year, month = divmod(fetched.year * 12 + fetched.month - 1 + _AFTER_MONTHS, 12)
    return date(year, month + 1, min(fetched.day, 28))
