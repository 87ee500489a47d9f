"""What is masked and what survives."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.masking.mask import labelled, personal_data, silenced
from bot.masking.spans import Span, plain
from knowledge_base.vietnamese.characters import clean
from office.dossier_code import locate_dossier_codes


def lines_of(name):
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


SAMPLE = lines_of("masking_sample.txt")
BESIDE_PROOF = lines_of("masking_beside_proof.txt")


def found_in(text, **how):
    codes = [Span(start, end, "dossier") for start, end, _ in locate_dossier_codes(text)]
    return personal_data(text, codes, **how)


def read_line(line):
    """Return the text of a line and the stretches of it that are marked."""
    text, marked = "", []
    for piece in re.split(r"(⟦[^⟧]*⟧)", line):
        if piece.startswith("⟦"):
            marked.append((len(text), len(text) + len(piece) - 2))
        text += piece.strip("⟦⟧")
    return text, marked


def is_hidden(text, found, start, end):
    return all(
        any(span.start <= at < span.end for span in found) for at in range(start, end) if text[at].isalnum()
    )


def test_the_sample_is_large_enough_to_mean_something():
    assert len(SAMPLE) >= 300
    assert sum(line.count("⟦") for line in SAMPLE) >= 200


def test_recall_on_the_sample_is_at_least_99_percent():
    missed, marked_in_all = [], 0
    for line in SAMPLE:
        text, marked = read_line(line)
        found = found_in(text)
        marked_in_all += len(marked)
        missed += [line for start, end in marked if not is_hidden(text, found, start, end)]
    assert 1 - len(missed) / marked_in_all >= 0.99, missed


def test_precision_on_the_sample_is_at_least_97_percent():
    wrong, found_in_all = [], 0
    for line in SAMPLE:
        text, marked = read_line(line)
        found = found_in(text)
        found_in_all += len(found)
        wrong += [line for s in found if not any(a - 2 <= s.start and s.end <= b + 1 for a, b in marked)]
    assert 1 - len(wrong) / found_in_all >= 0.97, wrong


@pytest.mark.parametrize("line", BESIDE_PROOF)
def test_while_a_proof_is_awaited_every_number_and_key_is_hidden_that_is_nothing_else(line):
    typed, marked = read_line(line)
    text = clean(typed)
    found = found_in(text, beside_proof=True)
    assert len(found) == len(marked)
    assert all(is_hidden(text, found, start, end) for start, end in marked)


@pytest.mark.parametrize(
    "unit", ["3/000.18000", "1.", "09", "@", "a@a.", "cccd a ", "(+84", "12 ", "a1 ", "ab12-"]
)
def test_the_most_hostile_message_costs_a_moment(unit):
    text = (unit * 2000)[:2000]
    began = time.process_time()
    personal_data(text, beside_proof=True)
    assert time.process_time() - began < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "H26.19-250701-0012",
        "000.00.01.H26-260930-0012",
        "G09.20-20260609-0092637",
        "03706/2026/07906",
        "1.012753.000.00.00.H17",
        "151/2025/NĐ-CP",
        "31/2024/QH15",
        "15/03/1990",
        "2025-07-01",
        "3.200.000.000 đồng",
        "123.456.789đ",
        "12500000 đồng",
        "1.250 m2",
        "18001096",
        "1900 1009",
        "113",
        "giá 2500000000",
    ],
)
def test_codes_decrees_dates_money_and_public_numbers_survive(text):
    assert labelled(text, found_in(text)) == text
    assert found_in(f"cho tôi hỏi {text} là gì") == []


DIGITS = st.text("0123456789", min_size=6, max_size=6)
AROUND = st.sampled_from(["", "tôi là ", "gọi ", "hỏi về đất, ", "(", "số "])


@given(
    AROUND,
    st.sampled_from(["001", "024", "079", "096"]),
    st.sampled_from("0123"),
    st.text("0123456789", min_size=8, max_size=8),
)
def test_no_citizen_id_gets_through(around, province, sex, rest):
    number = province + sex + rest
    text = f"{around}{number} nhé"
    assert number not in silenced(text, found_in(text))


@given(
    AROUND,
    st.sampled_from(["03", "05", "07", "08", "09", "+843", "+849"]),
    st.text("0123456789", min_size=8, max_size=8),
)
def test_no_mobile_number_gets_through(around, start, rest):
    number = start + rest
    text = f"{around}{number} nhé"
    assert number not in silenced(text, found_in(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("số điện thoại 0912345678, đăng ký khai sinh", "..., đăng ký khai sinh"),
        ("tôi tên Lan, sđt của em là 0912345678, khai sinh", "tôi tên Lan, ..., khai sinh"),
        ("đổi số điện thoại 0912345678 trên VNeID", "đổi số điện thoại ... trên VNeID"),
    ],
)
def test_the_name_of_a_number_goes_with_it_where_it_only_introduces_somebody(text, read):
    assert silenced(text, found_in(text)) == read


@given(st.text())
def test_any_text_can_be_masked_and_what_is_left_was_there(text):
    read = clean(text)
    found = found_in(read)
    assert sorted(found) == found
    assert all(0 <= span.start < span.end <= len(read) for span in found)
    assert len(labelled(read, found).split("[")) > len(found)


@given(st.text())
def test_plain_keeps_every_position(text):
    assert len(plain(text)) == len(text)


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_dossier_code_survives_whatever_is_around_it(before, after):
    text = clean(f"{before} H26.19-250701-0012 {after}")
    if locate_dossier_codes(text):
        assert "H26.19-250701-0012" in labelled(text, found_in(text)).upper()
