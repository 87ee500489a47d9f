"""Numbers dictated in words are masked; amounts, ages, days and turns of phrase with such words are not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.masking.figures import figures
from bot.masking.mask import personal_data, silenced

SPELLED = {
    "0": ["không", "khong", "zero"],
    "1": ["một", "mot", "mốt", "one"],
    "2": ["hai", "two"],
    "3": ["ba", "three"],
    "4": ["bốn", "bon", "tư", "four"],
    "5": ["năm", "nam", "five"],
    "6": ["sáu", "sau", "six"],
    "7": ["bảy", "bay", "bẩy", "seven"],
    "8": ["tám", "tam", "eight"],
    "9": ["chín", "chin", "nine"],
}
AROUND = st.sampled_from([("", ""), ("gọi ", " nhé"), ("sđt của em là ", ", sang tên sổ đỏ"), ("(", ")")])
JOINTS = st.sampled_from(["", " ", "-", ".", ", "])
NUMBERS = st.from_regex("0[35789][0-9]{8}|0[0-8][1-9][0-9]{9}", fullmatch=True)


@st.composite
def dictated_numbers(draw):
    """Return a number, and it with some of its digits in words; words are kept apart from words."""
    number = draw(NUMBERS)
    spelled = draw(st.sets(st.integers(0, len(number) - 1), min_size=1))
    typed = ""
    for place, digit in enumerate(number):
        piece = draw(st.sampled_from(SPELLED[digit])) if place in spelled else digit
        joint = draw(JOINTS) if place else ""
        typed += (joint or " " if typed[-1:].isalpha() and piece.isalpha() else joint) + piece
    return number, typed


@given(dictated_numbers(), AROUND)
def test_no_number_gets_through_with_digits_in_words(dictated, around):
    _, typed = dictated
    before, after = around
    text = f"{before}{typed}{after}"
    left = silenced(text, personal_data(text))
    assert len(figures(left)) <= 1, left


@given(
    st.integers(2, 99),
    st.sampled_from(["hai trăm nghìn", "một triệu hai", "ba trăm năm mươi ngàn đồng", "năm mươi nghìn"]),
    st.sampled_from(
        ["một hai tuần nữa", "ba bốn tháng", "năm sáu ngày", "hai ba người", "mười hai mười ba tuổi"]
    ),
    st.sampled_from(["năm 2024", "từ năm 2024 năm 2025", "15/03/1990", "1.012784", "một cửa"]),
)
def test_amounts_ages_days_and_codes_with_such_words_stay(count, amount, span, named):
    text = f"{named}, đóng {amount} cho {count} thửa, chờ {span}"
    assert personal_data(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "có đúng không, năm 2024 hai ba lần",
        "từ 2019 không năm 2020 tư nhân",
        "đất 1250 m2 hai ba sổ",
        "lương 1500000 hai ba tháng",
        "thứ hai ba tư năm sáu bảy có làm không",
        "hai mươi hai hai mươi ba tuổi",
        "ngày hai mươi hai tháng ba năm hai nghìn không trăm hai lăm",
        "bố mẹ có ba con, hai trai một gái",
    ],
)
def test_turns_of_phrase_stay(text):
    assert personal_data(text) == []


@pytest.mark.parametrize("unit", ["một ", "0 hai ", "ba4", "nam 2024 ", "khong", "muoi "])
def test_a_message_full_of_number_words_costs_a_moment(unit):
    text = (unit * 2000)[:2000]
    began = time.process_time()
    personal_data(text, beside_proof=True)
    assert time.process_time() - began < 0.1
