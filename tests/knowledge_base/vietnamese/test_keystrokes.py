"""Keys typed while the Vietnamese keyboard was off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge_base.vietnamese.keystrokes import decode_keystrokes, decoded_word


@pytest.mark.parametrize(
    ("keys", "read"),
    [
        ("hoof", "hồ"), ("sow", "sơ"), ("ddaats", "đất"), ("giaays", "giấy"), ("quyeenf", "quyền"), ("ddawng", "đăng"),
        ("kys", "ký"), ("nuowcs", "nước"), ("truwowngf", "trường"), ("nghieeng", "nghiêng"), ("gif", "gì"),
        ("ho62", "hồ"), ("so7", "sơ"), ("d9a6t1", "đất"), ("gia6y1", "giấy"), ("nu7o7c1", "nước"),
        ("truong72", "trường"),
        ("khoong", "không"), ("thuees", "thuế"), ("hoaf", "hòa"), ("toans", "toán"), ("ngoaif", "ngoài"),
    ],
)  # fmt: skip
def test_keys_of_one_syllable(keys: str, read: str) -> None:
    assert decoded_word(keys) == read


@pytest.mark.parametrize(
    "word", ["dat", "ban", "form", "visa", "h26", "2024", "abc", "tax", "xyz", "a", "website", "vneid"]
)
def test_what_spells_nothing(word: str) -> None:
    assert decoded_word(word) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("lamf soor ddor caanf giaays towf gif", "làm sổ đỏ cần giấy tờ gì"),
        ("Ddawng kys keets hoon", "Đăng ký kết hôn"),
        ("d9a8ng ky1 khai sinh", "đăng ký khai sinh"),
        ("hoof sow H26.19-250701-0012 ddeens ddaau", "hồ sơ H26.19-250701-0012 đến đâu"),
    ],
)
def test_a_text_typed_so(typed: str, read: str) -> None:
    assert decode_keystrokes(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "", "lam so do can giay to gi", "xin visa cho vợ", "how do I register as a foreigner for visa",
        "thi bang lai A1 o dau", "post office box", "www.dichvucong.gov.vn as is", "https://a.b/hoof-sow", "hoof",
        "mua ban o to B2 C1 can gi khong",
    ],
)  # fmt: skip
def test_any_other_text_stays(text: str) -> None:
    assert decode_keystrokes(text) == text


@given(st.text(max_size=60))
def test_decoding_twice_changes_nothing(text: str) -> None:
    once = decode_keystrokes(text)
    assert decode_keystrokes(once) == once
