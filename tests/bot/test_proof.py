"""What counts as a proof in a message."""

import pytest

from bot.masking.mask import personal_data
from bot.masking.spans import Span
from bot.proof import read_proof
from office.dossier_code import locate_dossier_codes

CODE = "H26.19-250701-0012"


def read(text, *, awaited):
    codes = [Span(start, end, "dossier") for start, end, _ in locate_dossier_codes(text)]
    return read_proof(text, codes, personal_data(text, codes, beside_proof=True), awaited=awaited)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("000001", "000001"),
        ("012 345", "012345"),
        ("012345.", "012345"),
        ("là 012345 nhé", "012345"),
        ("001099012345", "012345"),
        ("001 099 012 345", "012345"),
        ("012345678", "345678"),
        ("0912 345 678", "345678"),
        ("+84 912 345 678", "345678"),
        ("84912345678", "345678"),
        ("K7QM4R2T", "K7QM4R2T"),
        ("k7qm4r2t", "K7QM4R2T"),
        ("K7QM-4R2T", "K7QM4R2T"),
        ("K7QM 4R2T", "K7QM4R2T"),
        ("BCDFGHJK", "BCDFGHJK"),
        ("mã tra cứu: K7QM4R2T", "K7QM4R2T"),
        ("mã tra cứu là AB12", "AB12"),
        ("đây ạ: M3PD 7RWE", "M3PD7RWE"),
        ("M3PD.7RWE nhé", "M3PD7RWE"),
        ("M 3 P D 7 R W E", "M3PD7RWE"),
        ("M3PD7RWE là mã tra cứu", "M3PD7RWE"),
        ("123,457", "123457"),
        ("số 123.457 ạ", "123457"),
        ("123-457 nhé", "123457"),
        ("1 2 3 4 5 7", "123457"),
        ("123457 là 6 số cuối cccd của em", "123457"),
        ("cccd123457", "123457"),
        ("079/203/123/457", "123457"),
        ("O792O3123457", "123457"),
        ("một hai ba bốn năm bảy", "123457"),
        ("không chín một hai ba bốn năm sáu bảy tám", "345678"),
        ("12 ba bốn 57", "123457"),
        ("số cuối là 12 ba bốn 57", "123457"),
        ("0912-three45678", "345678"),
        ("١٢٣٤٥٧", "123457"),
        ("12345678", "12345678"),
        ("tôi quên mất không gửi, 6 số cuối căn cước của người nộp là 123456", "123456"),
    ],
)
def test_an_awaited_proof_is_read_however_it_is_typed(text, value):
    factor = read(text, awaited=True)
    assert (factor.value, factor.is_sound, factor.is_aside) == (value, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "tách thửa cần giấy tờ gì",
        "1",
        "chọn số 2",
        "theo nghị định 151/2025/NĐ-CP",
        "thủ tục 1.012784",
        "phí 150000 đồng",
        "ngày 01/07/2025",
        "tôi không nhớ",
        "chưa biết",
        "từ 2019-2024",
        "thế phí 150.000 hay 200.000 đồng",
        "8h30 mai tôi qua",
        "cho tôi gặp cán bộ",
        CODE,
    ],
)
def test_what_is_no_proof_is_left_alone(text):
    assert read(text, awaited=True) is None


def test_an_endless_key_is_cut_and_has_the_wrong_shape():
    factor = read("a1" * 150, awaited=True)
    assert (len(factor.value), factor.is_sound) == (40, False)


@pytest.mark.parametrize("text", ["12345", "1234567", "1234 5678 9012 345"])
def test_figures_of_another_length_are_a_proof_of_the_wrong_shape(text):
    assert not read(text, awaited=True).is_sound


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"hồ sơ {CODE} 123456", "123456"),
        (f"tra {CODE.lower()} với số cuối 123456 giúp mình", "123456"),
        (f"{CODE} mã K7QM4R2T", "K7QM4R2T"),
        (f"{CODE}, sđt 0912345678", "345678"),
        ("H26.19 - 250701 - 0012 123456", "123456"),
        (f"{CODE} M3PD 7RWE", "M3PD7RWE"),
        (f"{CODE} KKKQMRTZ", "KKKQMRTZ"),
        (f"{CODE} KKKQ-MRTZ nhé", "KKKQMRTZ"),
        (f"{CODE} 1234-5678", "12345678"),
    ],
)
def test_code_and_proof_may_come_together(text, value):
    assert read(text, awaited=False).value == value


@pytest.mark.parametrize(
    "text",
    [
        "123456",
        "sđt 0912345678",
        "Mã số hồ sơ: H57.132-260804-0583 - Số phiếu: 26.10229",
        f"{CODE} nộp ngày 01/07/2025, phí 150000 đồng",
        f"{CODE} và 000.00.01.H26-260930-0012",
    ],
)
def test_nothing_is_taken_for_a_proof_that_nobody_gave(text):
    assert read(text, awaited=False) is None


def test_a_number_mentioned_beside_a_long_question_is_found_but_not_given():
    factor = read("tách thửa cần giấy tờ gì và bao lâu thì xong, tôi là Hà 0912345678", awaited=True)
    assert factor.is_aside
