"""What the holder of a proof is shown."""

from datetime import date, datetime

import pytest

from intake.start import MADE_UP
from office.working_days import VIET_NAM
from tests.intake.desk import COMPANY, Desk

AS_OF_NOVEMBER = datetime(2026, 11, 23, 9, tzinfo=VIET_NAM)


@pytest.fixture
def november(dossiers):
    """The made-up dossiers that come with the project, on Monday 23 November 2026."""
    with Desk(dossiers, file=None) as desk:
        desk.now = AS_OF_NOVEMBER
        assert desk.load(MADE_UP.read_text("utf-8")).status_code == 200
        yield desk


def test_a_running_dossier_shows_numbers_codes_and_days(desk):
    assert desk.shown() == {
        "code": "H26.19-260901-0012",
        "status": 4,
        "status_label": "Đang xử lý",
        "clock": "running",
        "procedure": "1.013831",
        "received_on": "2026-09-01",
        "due_on": "2026-09-30",
        "due_is_provisional": False,
        "working_days_left": 11,
        "paused_on": None,
        "finished_on": None,
        "on_time": None,
        "supplement": None,
        "supplement_due_on": None,
        "where": None,
    }


def test_days_left_turn_negative_once_it_is_late(desk):
    desk.now = datetime(2026, 10, 2, 9, tzinfo=VIET_NAM)
    assert desk.shown()["working_days_left"] == -2


def test_the_day_is_that_of_viet_nam(desk):
    desk.now = datetime(2026, 9, 30, 0, 30, tzinfo=VIET_NAM)
    assert desk.shown()["working_days_left"] == 0


def test_a_supplement_stops_the_clock_and_says_what_is_missing(desk):
    shown = desk.shown("P5YE-8XGD", COMPANY)
    assert (shown["status"], shown["clock"], shown["paused_on"]) == (5, "paused", "2026-09-03")
    assert shown["supplement"] == "Văn bản ủy quyền"
    before = shown["working_days_left"]
    desk.pass_time(days=60)
    assert desk.shown("P5YE-8XGD", COMPANY)["working_days_left"] == before == 19


EXPECTED = {
    "H26.19-260810-0031": ("K7MW-3QXD", 1, "not_started", None, None),
    "H26.19-261102-0009": ("R4TN-8VPC", 2, "running", 8, None),
    "H26.32-261015-0044": ("W9XA-2HJK", 3, "ended", None, None),
    "H26.19-250701-0012": ("M3PD-7RWE", 4, "running", -331, None),
    "000.00.01.H26-260930-0012": ("Q8VB-5NTY", 4, "running", 85, None),
    "H57.132-260804-0583": ("T2RJ-4WMN", 5, "paused", 15, None),
    "H26.19-261001-0127": ("V7AC-3PQT", 6, "paused", 18, None),
    "H26.45-260914-0003": ("N8KD-6TRX", 7, "ended", None, None),
    "000.00.04.H51-260512-0001": ("J4WQ-7YHM", 8, "ended", None, None),
    "H26.19-260903-0215": ("X9GP-2CVB", 9, "ended", None, True),
    "H26.19-260302-0018": ("D3NU-8AWK", 9, "ended", None, False),
    "H57.132-260601-0077": ("Y6TM-4EJR", 10, "ended", None, True),
    "03706/2026/07906": ("H2QC-5WYT", 4, "running", 5, None),
}


@pytest.mark.parametrize("code", EXPECTED)
def test_the_made_up_dossiers_show_every_status(november, code):
    key, *expected = EXPECTED[code]
    shown = november.shown(key, code)
    assert [shown["status"], shown["clock"], shown["working_days_left"], shown["on_time"]] == expected
    assert (shown["finished_on"] is not None) is (shown["clock"] == "ended")


def test_a_due_day_in_a_year_not_yet_announced_is_provisional(november):
    assert november.shown("Q8VB-5NTY", "000.00.01.H26-260930-0012")["due_is_provisional"]


def test_a_finished_dossier_tells_when_the_result_was_ready_not_when_it_was_handed_over(november):
    shown = november.shown("Y6TM-4EJR", "H57.132-260601-0077")
    assert date.fromisoformat(shown["finished_on"]) == date(2026, 6, 22)
