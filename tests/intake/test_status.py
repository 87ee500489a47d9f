"""The ten statuses and the ways between them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.history import Wanted, made_up_moves, shortest_history
from intake.status import CLOCKS, LEGAL_MOVES, Clock, Status, labels

SHORTEST = {
    1: [1], 2: [2], 3: [3], 4: [2, 4], 5: [2, 5], 6: [2, 4, 6], 7: [2, 7], 8: [2, 8], 9: [2, 4, 9],
    10: [2, 4, 9, 10],
}  # fmt: skip
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def test_labels_are_the_official_ones():
    assert [labels()[status] for status in Status] == [
        "Mới đăng ký", "Được tiếp nhận", "Không được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ",
        "Yêu cầu thực hiện nghĩa vụ tài chính", "Công dân yêu cầu rút hồ sơ", "Dừng xử lý", "Đã xử lý xong",
        "Đã trả kết quả",
    ]  # fmt: skip


@pytest.mark.parametrize(("target", "way"), SHORTEST.items())
def test_the_shortest_legal_way_to_each_status(target, way):
    assert list(shortest_history(Status(target))) == way


def test_every_status_has_a_clock_and_a_row_of_moves():
    assert set(CLOCKS) == set(Status)
    assert set(LEGAL_MOVES) == {None, *Status}


def test_nothing_but_handing_over_follows_once_the_clock_has_ended():
    ended = [status for status in Status if CLOCKS[status] is Clock.ENDED]
    assert {status: LEGAL_MOVES[status] for status in ended if LEGAL_MOVES[status]} == {
        Status.DONE: (Status.HANDED_OVER,)
    }


@given(
    st.sampled_from(Status), DAYS, st.integers(0, 60), st.integers(0, 200), st.none() | DAYS, st.none() | DAYS
)
def test_made_up_histories_are_legal_and_go_forward_in_time(status, received, due_in, age, asked, finished):
    today = received + timedelta(days=age)
    wanted = Wanted(status, received, received + timedelta(days=due_in), "why", asked, None, finished)
    moves = made_up_moves(wanted, today)
    assert [move.status for move in moves] == SHORTEST[status]
    assert moves[0].day == received
    assert all(before.moved_at < after.moved_at for before, after in pairwise(moves))
    assert all(move.day <= max([today, *filter(None, [asked, finished])]) for move in moves)
    assert [move.reason for move in moves if move.reason] == ["why"]


def test_a_result_is_ready_on_its_due_day_unless_another_is_given():
    wanted = Wanted(Status.HANDED_OVER, date(2026, 6, 1), date(2026, 6, 22))
    days = [move.day.isoformat() for move in made_up_moves(wanted, date(2026, 9, 1))]
    assert days == ["2026-06-01", "2026-06-02", "2026-06-22", "2026-06-23"]
