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
        ("ddasta", "đất"), ("dastda", "đất"), ("datasd", "đất"), ("dda6t1", "đất"), ("d9at61", "đất"),
        ("da61t9", "đất"), ("truwongf", "trường"), ("truongwf", "trường"), ("tru7ong2", "trường"),
        ("huwowngs", "hướng"), ("hofo", "hồ"), ("hoofz", "hô"), ("ho620", "hô"), ("hofs", "hó"), ("hoff", None),
        ("hoss", None), ("ho11", None),
        ("hoowws", None), ("ddk", "đk"), ("d9k", "đk"), ("tw", None), ("moon", "môn"), ("hair", "hải"),
        ("khoong", "không"), ("thuees", "thuế"), ("hoaf", "hòa"), ("toans", "toán"), ("ngoaif", "ngoài"),
    ],
)  # fmt: skip
def test_keys_of_one_syllable(keys: str, read: str | None) -> None:
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
        ("HOOF SOW", "HỒ SƠ"),
        ("Ddaats ddai", "Đất đai"),
        ("moon baif, hair quan", "môn bài, hải quan"),
        ("làm ddooir bawngf", "làm đổi bawngf"),
        ("đã duyeetj chuwa", "đã duyệt chưa"),
        ("lam thur tucj nhaapj", "lam thủ tục nhập"),
        ("xin duyeetj di", "xin duyệt di"),
        ("dat ddai", "dat đai"),
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
        "mua ban o to B2 C1 can gi khong", "see you soon at the front door", "lam visa di my", "co2 va so2", "win7",
        "book a room for two", "làm sow ddk1", "hoff sow",
    ],
)  # fmt: skip
def test_any_other_text_stays(text: str) -> None:
    assert decode_keystrokes(text) == text


@given(st.text(max_size=60))
def test_decoding_twice_changes_nothing(text: str) -> None:
    once = decode_keystrokes(text)
    assert decode_keystrokes(once) == once
