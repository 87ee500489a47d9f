"""Levels of offices as people say them, with diacritics or without."""

import pytest

from knowledge_base.search.levels import levels_said
from knowledge_base.search.query import typed_syllables


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("đăng ký ở xã", {"Cấp xã"}),
        ("nop o xa hay so", {"Cấp xã", "Cấp tỉnh"}),
        ("len so tu phap lam ly lich", {"Cấp tỉnh"}),
        ("xin bộ công thương", {"Cấp Bộ"}),
        ("xin bo cong thuong", {"Cấp Bộ"}),
        ("con toi o xa lam sao", set()),
        ("so do bi mat", set()),
        ("bo toi mat", set()),
    ],
)
def test_a_level_is_heard_without_diacritics_only_where_it_can_be_no_other_word(text, levels):
    assert levels_said(typed_syllables(text)) == levels
