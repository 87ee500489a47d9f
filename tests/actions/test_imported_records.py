"""Records of the catalogue that nobody has put into plain words: told from what they have, in a length to read."""

from dataclasses import replace

import pytest

from actions.phrasing import SECTIONS, answer
from knowledge_base.procedure import Agencies, Step
from tests.actions.desk import style
from tests.actions.made_up import SPLIT

BLOB = "Bước 1: Người dân nộp hồ sơ tại Sở A. " + "Cơ quan kiểm tra hồ sơ theo quy định. " * 100
IMPORTED = replace(
    SPLIT,
    short_name=SPLIT.name,
    distinction="",
    summary="",
    notes=(),
    aliases=(),
    is_curated=False,
    subjects=("Công dân Việt Nam", "Doanh nghiệp"),
    steps=(Step(BLOB, "Trình tự thực hiện"),),
)


def test_the_summary_says_who_may_file_who_handles_it_how_long_and_how_much():
    said = answer(IMPORTED, ("summary",), style())
    for part in (
        "Dành cho: Công dân Việt Nam; Doanh nghiệp.",
        "Giấy tờ cần nộp: 2 mục.",
        "12 ngày làm việc",
        "Phí, lệ phí:",
        "Cơ quan thực hiện: Văn phòng đăng ký đất đai.",
    ):
        assert part in said
    assert "\n\n\n" not in said


def test_one_long_step_is_shortened_openly_and_gets_no_number():
    said = answer(IMPORTED, ("steps",), style())
    assert len(said) < 1900
    assert "Các bước thực hiện:\nBước 1: Người dân nộp hồ sơ" in said
    assert "theo quy định. […]\nChỗ ghi […] là phần đã lược; bạn xem nguyên văn trên trang thủ tục." in said


def test_steps_that_carry_their_numbers_are_not_numbered_again():
    steps = tuple(Step(f"Bước {n}: Làm việc {n}.", "Trình tự thực hiện") for n in (1, 2))
    assert "\nBước 1: Làm việc 1.\nBước 2: Làm việc 2." in answer(
        replace(IMPORTED, steps=steps), ("steps",), style()
    )


def test_of_a_long_step_the_sentence_that_tells_where_is_quoted():
    said = answer(IMPORTED, ("place",), style())
    assert "Theo phần Trình tự thực hiện: Bước 1: Người dân nộp hồ sơ tại Sở A.\n" in said


def test_an_agency_that_is_nobody_is_not_named():
    nobody = replace(IMPORTED, agencies=Agencies(("Cơ quan khác",), ("Bộ A",), ()))
    assert "Cơ quan khác" not in answer(nobody, ("place", "summary"), style())


@pytest.mark.parametrize("facet", SECTIONS)
def test_a_record_with_next_to_nothing_is_still_told(facet):
    empty = replace(
        IMPORTED,
        steps=(),
        modes=(),
        documents=(),
        results=(),
        subjects=(),
        levels=(),
        agencies=Agencies((), (), ()),
    )
    assert len(answer(empty, (facet,), style()).splitlines()) > 2


def with_steps(*texts):
    return replace(IMPORTED, steps=tuple(Step(text, "Trình tự thực hiện") for text in texts))


def test_every_answer_says_that_the_words_are_the_records():
    assert "Nội dung dưới đây theo lời của hồ sơ công bố" in answer(IMPORTED, ("fee",), style())
    assert "theo lời của hồ sơ công bố" not in answer(SPLIT, ("fee",), style())


def test_the_official_name_stands_over_an_answer_whole_and_calm():
    named = replace(
        IMPORTED, name="THỦ TỤC CẤP PHÉP THẢ DIỀU " + "CÓ SÁO " * 12, short_name="Cấp phép thả diều…"
    )
    head = answer(named, ("fee",), style()).splitlines()[0]
    assert head == f"Thủ tục: Cấp phép thả diều {'có sáo ' * 12}(mã 1.000001)"


def test_the_summary_names_level_and_result():
    said = answer(IMPORTED, ("summary",), style())
    assert "Cấp giải quyết ghi trong hồ sơ công bố: cấp tỉnh" in said
    assert "Kết quả: Giấy chứng nhận quyền sử dụng đất." in said


def test_room_that_short_steps_leave_goes_to_the_long_ones():
    said = answer(with_steps("Nộp hồ sơ.", "Kiểm tra. " * 200), ("steps",), style())
    assert "1. Nộp hồ sơ.\n2. Kiểm tra." in said
    assert 1500 < len(said) < 2100


def test_headings_get_no_number_and_begin_the_count_again():
    said = answer(
        with_steps("Khi mất:", "Báo mất.", "Nhận lại.", "Khi hỏng:", "Nộp bản hỏng."), ("steps",), style()
    )
    assert "Khi mất:\n1. Báo mất.\n2. Nhận lại.\nKhi hỏng:\n1. Nộp bản hỏng." in said


def test_more_steps_than_a_message_holds_are_counted():
    said = answer(
        with_steps(*(f"Việc thứ {n}. " + "Cán bộ làm. " * 30 for n in range(30))), ("steps",), style()
    )
    assert "Hồ sơ công bố còn 21 bước nữa" in said
    assert len(said) < 2300


def test_a_step_is_never_cut_down_to_its_number():
    said = answer(
        with_steps(*(f"Bước {n}. " + "cán bộ làm việc này rất lâu " * 30 for n in range(9))),
        ("steps",),
        style(),
    )
    assert "Bước 3. cán bộ làm việc" in said


def test_capitals_are_calmed():
    loud = replace(IMPORTED, results=("GIẤY PHÉP THẢ DIỀU BAN ĐÊM..",))
    assert (
        answer(loud, ("result",), style()).split("Kết quả nhận được:\n")[1] == "- Giấy phép thả diều ban đêm"
    )


@pytest.mark.parametrize("facet", ["documents", "time", "conditions"])
def test_who_carries_it_out_is_said_beside_every_side(facet):
    assert "Cơ quan thực hiện: Văn phòng đăng ký đất đai." in answer(IMPORTED, (facet,), style())
