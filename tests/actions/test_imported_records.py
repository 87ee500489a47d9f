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
