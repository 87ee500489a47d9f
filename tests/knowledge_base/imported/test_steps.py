"""The steps of a record are taken apart where it numbers them, and every word stays."""

import pytest

from knowledge_base.imported.steps import is_heading, official_steps


def steps(*texts, **named):
    rows = [{"name": "", "text": text} for text in texts]
    rows += [{"name": name.replace("_", " "), "text": text} for name, text in named.items()]
    return official_steps({"steps": rows})


def test_numbered_steps_keep_their_numbers_and_what_is_under_them():
    blob = "- Bước 1: Nộp hồ sơ.\n+ Trực tiếp.\n- Bước 2: Nhận giấy phép."
    assert steps(blob) == ("Bước 1: Nộp hồ sơ.\n+ Trực tiếp.", "Bước 2: Nhận giấy phép.")


def test_numbered_steps_on_one_line_are_parted():
    assert steps("Bước 1. Nộp hồ sơ. Bước 2. Nhận giấy phép.") == (
        "Bước 1. Nộp hồ sơ.",
        "Bước 2. Nhận giấy phép.",
    )


def test_a_step_that_is_mentioned_begins_none():
    text = "Bước 1: Nộp hồ sơ.\nBước 2: Sau Bước 1 nêu trên, nhận giấy phép."
    assert len(steps(text)) == 2


@pytest.mark.parametrize(
    "marks", [("- ", "- "), ("a) ", "b) "), ("1. ", "2. "), ("a1) ", "a2) "), ("+) ", "+) ")]
)
def test_lines_that_begin_alike_are_the_steps_and_lose_their_marks(marks):
    one, two = marks
    assert steps(f"{one}Nộp hồ sơ:\n* tại xã.\n{two}Nhận giấy phép.") == (
        "Nộp hồ sơ:\n* tại xã.",
        "Nhận giấy phép.",
    )


def test_a_line_that_a_page_has_broken_is_whole_again():
    assert steps("1. Nộp hồ sơ tại trung\ntâm của xã.\n2. Nhận giấy phép.") == (
        "Nộp hồ sơ tại trung tâm của xã.",
        "Nhận giấy phép.",
    )


def test_a_number_that_belongs_to_the_text_is_no_mark():
    assert steps("Nộp 02 bộ hồ sơ.\n05 ngày sau nhận giấy phép.") == (
        "Nộp 02 bộ hồ sơ.",
        "05 ngày sau nhận giấy phép.",
    )


def test_the_name_of_a_step_stands_before_its_text_once():
    assert steps(Bước_1="Nộp hồ sơ.", Bước_2="Bước 2: Nhận giấy phép.") == (
        "Bước 1: Nộp hồ sơ.",
        "Bước 2: Nhận giấy phép.",
    )


@pytest.mark.parametrize("name", ["Mặc_định", "Trình_tự_thực_hiện:"])
def test_a_name_that_says_nothing_is_dropped(name):
    assert steps(**{name: "Nộp hồ sơ."}) == ("Nộp hồ sơ.",)


def test_a_name_over_numbered_steps_is_their_heading():
    told = steps(
        Trường_hợp_mất="Bước 1: Báo mất.\nBước 2: Nhận lại.", Trường_hợp_hỏng="Bước 1: Nộp bản hỏng."
    )
    assert told[0] == "Trường hợp mất:"
    assert told[1:] == ("Bước 1: Báo mất.", "Bước 2: Nhận lại.", "Trường hợp hỏng: Bước 1: Nộp bản hỏng.")
    assert [is_heading(step) for step in told] == [True, False, False, False]


def test_a_step_without_a_name_goes_on_where_the_one_before_it_ended():
    assert steps("Bước 1: Nộp hồ sơ.", "Cán bộ kiểm tra.", "Bước 2: Nhận giấy phép.") == (
        "Bước 1: Nộp hồ sơ.\nCán bộ kiểm tra.",
        "Bước 2: Nhận giấy phép.",
    )


def test_bare_numbers_are_put_before_their_text():
    assert steps("Bước 1:\nNộp hồ sơ.\nBước 2:\n+ Nhận giấy phép.") == (
        "Bước 1: Nộp hồ sơ.",
        "Bước 2:\n+ Nhận giấy phép.",
    )


@pytest.mark.parametrize("text", ["", "-", "* ...", "\n\n"])
def test_nothing_is_no_step(text):
    assert steps(text) == ()
