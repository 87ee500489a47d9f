"""Times are told per way of filing, as the record has them."""

from dataclasses import replace

from actions.phrasing import answer
from actions.times import times
from knowledge_base.procedure import Note, ProcessingTime
from tests.actions.desk import style
from tests.actions.made_up import BIRTH, SPLIT, mode, working_days


def test_rows_of_one_way_of_filing_are_told_apart_by_their_description():
    rows = [
        mode("direct", working_days(n), description=f"Tại {where}") for n, where in ((1, "xã"), (2, "tỉnh"))
    ]
    said = times(replace(SPLIT, modes=tuple(rows)), style())
    assert "- Trực tiếp (Tại xã): 1 ngày làm việc" in said
    assert "- Trực tiếp (Tại tỉnh): 2 ngày làm việc" in said


def test_a_step_with_the_deadline_helps_where_the_record_has_no_figure():
    step = replace(BIRTH.steps[0], text="Cán bộ giải quyết trong ngày.")
    assert "Theo trình tự thực hiện: Cán bộ giải quyết trong ngày." in times(
        replace(BIRTH, steps=(step,)), style()
    )


def test_times_are_told_per_way_of_filing():
    said = times(SPLIT, style())
    assert "- Trực tuyến: 12 ngày làm việc" in said
    assert "- Trực tiếp: 22 ngày làm việc" in said


def test_our_note_on_remote_communes_is_not_said_twice():
    noted = replace(SPLIT, notes=(Note("Mức dài hơn chỉ cho xã miền núi.", "Thời hạn giải quyết"),))
    assert "miền núi" not in times(noted, style())
    assert answer(noted, ("time",), style()).count("miền núi") == 1


def test_ten_days_more_in_person_are_told_with_the_caveat():
    assert "miền núi" in times(SPLIT, style())
    even = replace(SPLIT, modes=(mode("online", working_days(8)), mode("direct", working_days(8))))
    assert "miền núi" not in times(even, style())


def test_a_time_in_words_is_quoted():
    assert "“Ngay trong ngày tiếp nhận yêu cầu”" in times(BIRTH, style())


def test_a_number_without_a_unit_gets_none_from_us():
    said = times(BIRTH, style())
    assert "ghi số 1 nhưng không ghi đơn vị" in said
    assert "1 ngày" not in said


def test_half_days_are_written_with_a_comma():
    assert "17,5 ngày làm việc" in times(replace(SPLIT, modes=(mode("direct", working_days(17.5)),)), style())


def test_a_deadline_in_the_description_is_told_beside_the_figure():
    described = mode("direct", working_days(7), description="Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ")
    said = times(replace(SPLIT, modes=(described,)), style())
    assert "7 ngày làm việc" in said
    assert "“Trong thời hạn 20 ngày kể từ ngày nhận đủ hồ sơ”" in said


def test_a_missing_time_is_admitted():
    nothing = ProcessingTime(None, None, "")
    said = times(replace(SPLIT, modes=(mode("direct", nothing),)), style())
    assert "không nêu thời hạn" in said
    assert "18001096" in said
