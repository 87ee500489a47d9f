"""What is spelt as a Vietnamese syllable can be."""

from __future__ import annotations

import pytest

from knowledge_base.vietnamese.syllable import is_plain_syllable, is_syllable


@pytest.mark.parametrize(
    "word", ["đất", "nghiêng", "quyền", "giấy", "gì", "khuỷu", "thuở", "ương", "yêu", "ỷ", "huyện", "hoẵng"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "b", "đc", "visa", "mấp1", "tac̀", "làc", "hoof", "nghd", "áá"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize("word", ["dat", "giay", "gi", "nghieng", "quyen", "uong", "thuo"])
def test_plain_syllables(word: str) -> None:
    assert is_plain_syllable(word)


@pytest.mark.parametrize("word", ["hoof", "dang1", "sow", "khoong", "ddat", "form", "giaays"])
def test_keystrokes_are_no_plain_syllables(word: str) -> None:
    assert not is_plain_syllable(word)
