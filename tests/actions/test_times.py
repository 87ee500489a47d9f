"""Times are told per way of filing, as the record has them."""

from dataclasses import replace

import pytest

from actions.phrasing import answer
from actions.times import times
from knowledge_base.procedure import CaseTime, Note, ProcessingTime
from tests.actions.desk import style
from tests.actions.made_up import BIRTH, SPLIT, mode, working_days


def test_rows_of_one_way_of_filing_are_told_apart_by_their_description():
    rows = [
        mode("direct", working_days(n), description=f"Tại {where}") for n, where in ((1, "xã"), (2, "tỉnh"))
    ]
    said = times(replace(SPLIT, modes=tuple(rows)), style())
    assert "- Trực tiếp (Tại xã): 1 ngày làm việc" in said
    assert "- Trực tiếp (Tại tỉnh): 2 ngày làm việc" in said


def test_rows_that_begin_with_the_same_words_are_told_apart_by_the_sentence_after() -> None:
    texts = ("Kể từ ngày nhận đủ giấy. Đối với mượn sách", "Kể từ ngày nhận đủ hồ sơ. Đối với mượn phim")
    rows = [mode("direct", working_days(n), description=text) for n, text in enumerate(texts, start=1)]
    said = times(replace(SPLIT, modes=tuple(rows)), style())
    assert "nhận đủ giấy; Đối với mượn sách): 1 ngày làm việc" in said
    assert "nhận đủ hồ sơ; Đối với mượn phim): 2 ngày làm việc" in said


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


def test_rows_of_one_case_share_a_line_whatever_their_way():
    rows = [
        mode(way, working_days(days), description=f"{case}: nộp hồ sơ.")
        for way in ("direct", "online")
        for days, case in ((15, "Đối với cấp mới"), (7, "Đối với gia hạn"))
    ]
    said = times(replace(SPLIT, modes=tuple(rows)), style())
    assert "- Trực tiếp, Trực tuyến (Đối với cấp mới): 15 ngày làm việc\n" in said
    assert "- Trực tiếp, Trực tuyến (Đối với gia hạn): 7 ngày làm việc" in said


def test_rows_that_begin_alike_are_told_apart_by_what_follows():
    place = "Nộp trực tiếp tại Trung tâm.\n"
    rows = (
        mode("direct", working_days(8), description=place),
        mode("direct", working_days(18), description=f"{place}* Đối với các xã miền núi."),
        mode("direct", working_days(5), description=f"{place}* Thời hạn: trường hợp mất."),
        mode("direct", working_days(6), description=f"{place}* Thời hạn: trường hợp hỏng."),
    )
    said = times(replace(SPLIT, modes=rows), style())
    assert "- Trực tiếp: 8 ngày làm việc" in said
    assert "- Trực tiếp (Đối với các xã miền núi): 18 ngày làm việc" in said
    assert "- Trực tiếp (Thời hạn; mất): 5 ngày làm việc" in said
    assert "- Trực tiếp (Thời hạn; hỏng): 6 ngày làm việc" in said


def test_a_number_at_the_beginning_of_a_description_stays():
    rows = (
        mode("direct", working_days(15), description="15 ngày làm việc đối với cấp mới"),
        mode("direct", working_days(5), description="05 ngày làm việc đối với gia hạn"),
    )
    assert "(15 ngày làm việc đối với cấp mới)" in times(replace(SPLIT, modes=rows), style())


def test_one_time_in_words_is_quoted_once_for_all_its_ways():
    words = ProcessingTime(None, None, "Không quá 10 ngày làm việc, không tính thời gian niêm yết")
    said = times(replace(SPLIT, modes=(mode("direct", words), mode("postal", words))), style())
    assert said.count("Không quá 10 ngày") == 1
    assert said.startswith("- Trực tiếp, Bưu chính: “Không quá")


@pytest.mark.parametrize("text", ["Theo mô tả", "-", "Không"])
def test_a_text_that_says_no_time_is_none(text):
    said = times(replace(SPLIT, modes=(mode("direct", ProcessingTime(None, None, text)),), steps=()), style())
    assert "không nêu thời hạn" in said
    assert f"“{text}”" not in said


def test_ten_days_more_are_no_mistake_where_both_ways_have_both_times():
    rows = tuple(mode(way, working_days(days)) for way in ("direct", "online") for days in (8, 18))
    assert "miền núi" not in times(replace(SPLIT, modes=rows), style())


UNTIMED = replace(BIRTH, modes=(mode("direct", ProcessingTime(1, None, "")),), steps=())


def test_the_time_of_the_portals_own_case_is_told_as_such():
    said = times(replace(UNTIMED, case_times=(CaseTime("", working_days(8)),)), style())
    assert said.startswith("Danh sách trường hợp của hồ sơ công bố ghi: 8 ngày làm việc.\n")
    assert "không ghi đơn vị" in said
    assert "để biết thời hạn chính xác" in said


def test_times_of_several_cases_are_told_with_their_names_or_without_saying_which():
    named = (CaseTime("Cấp mới", working_days(8)), CaseTime("Cấp lại", working_days(3)))
    said = times(replace(UNTIMED, case_times=named), style())
    assert "ghi:\n- Cấp mới: 8 ngày làm việc\n- Cấp lại: 3 ngày làm việc" in said
    nameless = tuple(replace(case, case="") for case in named)
    said = times(replace(UNTIMED, case_times=nameless), style())
    assert "ghi 8 ngày làm việc; 3 ngày làm việc, không nói rõ mức nào cho trường hợp nào." in said


def test_a_way_of_filing_with_a_time_needs_no_case():
    assert "Danh sách trường hợp" not in times(
        replace(SPLIT, case_times=(CaseTime("", working_days(8)),)), style()
    )
