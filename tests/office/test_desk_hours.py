"""When officers answer: on working days only, as the office has written it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from office.desk_hours import DeskHours
from office.settings import Settings
from office.working_days import VIET_NAM, working_days

HOURS = DeskHours.read("08:00-11:30,13:30-17:00")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIET_NAM)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-25T08:00", True),
        ("2026-11-25T11:29", True),
        ("2026-11-25T11:30", False),
        ("2026-11-25T12:30", False),
        ("2026-11-25T16:59", True),
        ("2026-11-25T17:00", False),
        ("2026-11-28T09:00", False),  # a Saturday
        ("2026-09-02T09:00", False),  # the National Day
        ("2026-01-10T09:00", True),  # a Saturday that is worked by decree
    ],
)
def test_the_desk_is_open_in_its_hours_on_working_days(moment, is_open):
    assert HOURS.is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-25T06:00", "2026-11-25T08:00"),
        ("2026-11-25T12:00", "2026-11-25T13:30"),
        ("2026-11-25T18:00", "2026-11-26T08:00"),
        ("2026-11-27T18:00", "2026-11-30T08:00"),  # over the weekend
        ("2026-12-31T18:00", "2027-01-04T08:00"),  # over New Year and a weekend
    ],
)
def test_it_opens_next_on_the_next_working_day(moment, opens):
    assert HOURS.next_opening(at(moment)) == at(opens)


def test_another_clock_changes_nothing():
    assert HOURS.is_open(datetime.fromisoformat("2026-11-25T02:00+00:00"))


@given(st.datetimes(datetime(2024, 1, 1), datetime(2029, 1, 1)))
def test_when_it_opens_next_it_is_open_and_has_been_closed_before(moment):
    here = moment.replace(tzinfo=VIET_NAM)
    if not HOURS.is_open(here):
        opens = HOURS.next_opening(here)
        assert opens > here
        assert HOURS.is_open(opens)
        assert (opens - here).days <= 12
        assert working_days().is_working(opens.date())


def test_hours_that_are_not_known_are_none():
    assert not DeskHours.read("none").is_known


@pytest.mark.parametrize(
    "text", ["8-17", "08:00-07:00", "08:00-12:00,11:00-17:00", "25:00-26:00", "x", "08:00"]
)
def test_hours_that_cannot_be_are_refused_by_name(text):
    with pytest.raises(ValidationError, match="desk_hours"):
        Settings(desk_hours=text)
