"""Working days round the holidays, counted by hand on the calendars of 2025, 2026 and 2027."""

import time
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
import yaml

from office.working_days import DECREES, now_in_viet_nam, working_days, working_days_left

CASES = [
    # an ordinary week: 9 March 2026 is a Monday
    ("2026-03-13", "2026-03-09", 4),
    ("2026-03-16", "2026-03-13", 1),
    ("2026-03-13", "2026-03-13", 0),
    ("2026-03-13", "2026-03-16", -1),
    # late from the first day after it, also on a Saturday
    ("2026-03-13", "2026-03-14", -1),
    ("2026-03-13", "2026-03-17", -2),
    # due on a Saturday: Monday counts
    ("2026-03-14", "2026-03-13", 1),
    ("2026-03-14", "2026-03-16", 0),
    ("2026-03-06", "2026-03-13", -5),
    # New Year 2026: 2 January is free, Saturday 10 January is worked for it
    ("2026-01-05", "2025-12-31", 1),
    ("2026-01-12", "2026-01-09", 2),
    # Tết 2026: Monday 16 to Friday 20 February
    ("2026-02-23", "2026-02-13", 1),
    ("2026-02-27", "2026-02-12", 6),
    ("2026-02-13", "2026-02-23", -1),
    # Hùng Kings on Sunday 26 April 2026, made good on Monday; 30 April and 1 May are Thursday and Friday
    ("2026-04-28", "2026-04-24", 1),
    ("2026-05-04", "2026-04-29", 1),
    # 30 April 2025: Friday 2 May is free, Saturday 26 April was worked for it
    ("2025-04-28", "2025-04-25", 2),
    ("2025-05-05", "2025-04-29", 1),
    # 2 September 2026: Monday 31 August is free, Saturday 22 August is worked for it
    ("2026-08-24", "2026-08-21", 2),
    ("2026-09-03", "2026-08-28", 1),
    # 24 November 2026 is a holiday since this year
    ("2026-11-25", "2026-11-23", 1),
    # Tết 2027: Thursday 4 to Wednesday 10 February, two of its days being made good
    ("2027-02-11", "2027-02-03", 1),
    # 2 September 2027 is a Thursday, the day after it is the second day
    ("2027-09-06", "2027-09-01", 1),
]


@pytest.mark.parametrize(("due", "today", "left"), CASES)
def test_working_days_left_as_counted_by_hand(due, today, left):
    assert working_days_left(date.fromisoformat(due), date.fromisoformat(today)) == left


def test_days_left_never_grow_as_time_passes():
    due = date(2026, 3, 6)
    counts = [working_days_left(due, date(2026, 1, 1) + timedelta(days=n)) for n in range(120)]
    assert counts == sorted(counts, reverse=True)
    assert all(before - after in (0, 1) for before, after in pairwise(counts))


def test_the_nth_working_day_after_a_day_is_n_working_days_away():
    start = date(2026, 2, 12)
    for count in range(12):
        assert working_days_left(working_days().after(start, count), start) == count


@pytest.mark.parametrize(("day", "provisional"), [("2026-12-31", False), ("2027-01-01", True)])
def test_a_year_that_is_not_announced_is_provisional(day, provisional):
    assert working_days().is_provisional(date.fromisoformat(day)) is provisional


def test_every_decree_names_its_source_and_how_sure_it_is():
    for decree in yaml.safe_load(DECREES.read_text("utf-8"))["decrees"]:
        assert decree["source"].strip()
        assert decree["confirmed"] in {"read", "press", "recalled"}
        assert all(day.weekday() < 5 for day in decree["days_off"])
        assert all(day.weekday() >= 5 for day in decree["working_days"])


def test_the_office_clock_is_seven_hours_ahead():
    assert now_in_viet_nam().utcoffset() == timedelta(hours=7)


def test_days_are_counted_by_weeks_as_they_are_one_by_one():
    days = working_days()
    for start, length in product(
        (date(2024, 12, 20), date(2026, 1, 30), date(1989, 12, 1)), range(0, 900, 7)
    ):
        end = start + timedelta(days=length)
        one_by_one = sum(days.is_working(start + timedelta(days=n)) for n in range(1, length + 1))
        if start.isoweekday() <= 5 and days.is_working(start) and days.is_working(end):
            assert days.left(end, start) == one_by_one


def test_the_end_of_the_calendar_is_reached_in_a_moment():
    began = time.process_time()
    assert working_days().left(date(9999, 12, 30), date(2026, 1, 1)) > 2_000_000
    assert time.process_time() - began < 0.5
