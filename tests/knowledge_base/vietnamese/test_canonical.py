"""One canonical form, whatever is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge_base.vietnamese.canonical import canonical

HOSTILE = st.text(alphabet=st.characters(), max_size=80)
_WORDS = (
    "hoof sow ddaats d9at61 thur tucj xổ đõ dấy tờ hs đk ks ko dc dk giay nuoc ngoaif naof kết hon ☺ , 12 visa"
    " H26.19-250701-0012 how cos duyeetj nhaapj lào thế lam gi tw"
)
TYPED = st.lists(
    st.sampled_from(_WORDS.split()),
    max_size=10,
).map(" ".join)
NEARLY_VIETNAMESE = st.text(
    alphabet="aàáeèéoòóuùúyỳýqQđĐkhsg aáo\u0301\u0323\u0302\u200b\u00ad-/.,0123", max_size=40
)


@settings(max_examples=600)
@given(st.one_of(HOSTILE, NEARLY_VIETNAMESE, TYPED))
def test_reading_twice_changes_nothing(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(HOSTILE)
def test_what_comes_out_can_be_stored_and_sent(text: str) -> None:
    once = canonical(text)
    once.encode("utf-8")
    assert "\x00" not in once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("text", ["", "   ", "\u200b\ufeff", "\0\0", "\ud800\udfff", "\u202e\u2066"])
def test_nothing_visible_is_nothing(text: str) -> None:
    assert canonical(text) == ""


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tách\0 thửa\ud800", "tách thửa"),
        ("  cấp \n đổi\t sổ \u3000", "cấp đổi sổ"),
        ("ｃấｐ　đổi", "cấp đổi"),
        ("cấp\u200b đổi\u202e", "cấp đổi"),
        (unicodedata.normalize("NFD", "cấp đổi sổ đỏ"), "cấp đổi sổ đỏ"),
        ("một – hai — ba − bốn", "một - hai - ba - bốn"),
        ("H26.19\u00ad250701\u00ad0012", "H26.19-250701-0012"),
        ("hoà giải, khoẻ, thuỷ lợi, uỷ ban", "hòa giải, khỏe, thủy lợi, ủy ban"),
        ("HOÀ", "HÒA"),
        ("quý khách, hoàn thuế, khuỷu tay", "quý khách, hoàn thuế, khuỷu tay"),
        ("qúa hạn, kết qủa, hòan thuế, tài khỏan", "quá hạn, kết quả, hoàn thuế, tài khoản"),
        ("trời ơi ạạạạ, làmmmm sao", "trời ơi ạ, làm sao"),
        ("quyển XVIII, loại III", "quyển XVIII, loại III"),
        ("làm hs😀 ntn🙏🏻", "làm hồ sơ😀 như thế nào🙏🏻"),
        ("👨\u200d👩\u200d👧 nhập hk", "👨👩👧 nhập hộ khẩu"),
        ("Ｈ２６.１９-２５０７０１-００１２ tới đâu", "H26.19-250701-0012 tới đâu"),
        ("ddk thuowngf trus cho con", "đăng ký thường trú cho con"),
        ("e nàm dấy tờ mà ko bít nộp ở đâu ạạạ", "e làm giấy tờ mà không bít nộp ở đâu ạ"),
        ("h\u0309\u0309\u0309\u0309\u0309\u0309ồ sơ", "hồ sơ"),
    ],
)
def test_one_spelling_for_what_looks_the_same(typed: str, read: str) -> None:
    assert canonical(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "H26.19-250701-0012",
        "000.00.01.H26-260930-0012",
        "03706/2026/07906",
        "1.012753",
        "1.012769.000.00.00.H17",
        "151/2025/NĐ-CP",
        "3380/QĐ-BNNMT",
        "2175/QĐ-UBND",
        "66.7/2025/NQ-CP",
        "25/08/2025",
        "1.500.000đ",
        "500k",
        "150.000 đồng/hồ sơ",
        "https://dichvucong.gov.vn/hs?k=ko",
        "www.hs.vn",
        "ko.hs@gmail.com",
        "/restart",
        '/give_proof{"k":"ko"}',
        "0912 345 678",
        "+84 912 345 678",
        "079099001234",
        "số 03706/2026/07906 nộp ngày 05/07/2026",
        "phí 50.000 đ, 12 ngày",
        "thông tư 55/2021/TT-BCA",
        "a.nguyen@ubnd.gov.vn",
        "dichvucong.gov.vn/hs/ko",
        "2 triệu 500 nghìn",
    ],
)
def test_codes_numbers_money_dates_and_addresses_stay(text: str) -> None:
    assert canonical(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "hs " * 33_000,
        "đk ks " * 16_000,
        "a" + "\u0323\u0301" * 50_000,
        "\ud800" * 100_000,
        "oà" * 50_000,
    ],
)
@pytest.mark.timeout(30)
def test_a_hundred_thousand_characters_are_read_in_linear_time(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
