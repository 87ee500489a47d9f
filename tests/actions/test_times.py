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


def test_a_step_with_the_deadline_comes_first_where_the_record_has_no_unit():
    step = replace(BIRTH.steps[0], text="Cán bộ giải quyết trong ngày.")
    said = times(replace(BIRTH, steps=(step,)), style())
    assert said.startswith("Theo phần Trình tự thực hiện: Cán bộ giải quyết trong ngày.")


def test_a_note_on_the_deadline_is_preferred_to_the_steps():
    note = Note("Nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo.", "Trình tự thực hiện")
    step = replace(BIRTH.steps[0], text="Trong 5 ngày làm việc, bạn gửi hồ sơ.")
    said = times(replace(BIRTH, notes=(note,), steps=(step,)), style())
    assert "Theo phần Trình tự thực hiện: Nhận sau 15 giờ" in said
    assert "bạn gửi hồ sơ" not in said


def test_of_a_long_step_only_the_sentences_on_the_deadline_are_quoted():
    blob = (
        "Người dân nộp hồ sơ theo quy định. " * 20 + "Trong thời hạn 03 ngày làm việc, cơ quan trả kết quả."
    )
    said = times(replace(BIRTH, steps=(replace(BIRTH.steps[0], text=blob),)), style())
    assert "Theo phần Trình tự thực hiện: Trong thời hạn 03 ngày làm việc, cơ quan trả kết quả." in said
    assert "Người dân nộp" not in said


def test_ways_without_a_unit_share_one_line():
    bare = ProcessingTime(1, None, "")
    ways = tuple(mode(name, bare) for name in ("online", "postal", "direct"))
    said = times(replace(BIRTH, modes=ways), style())
    assert "- Trực tuyến, Bưu chính, Trực tiếp: hồ sơ công bố ghi số 1 nhưng không ghi đơn vị" in said
    assert said.count("không ghi đơn vị") == 1


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
