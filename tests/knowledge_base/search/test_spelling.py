"""Misspelt syllables, mended by what the base knows."""

from __future__ import annotations

import pytest

from knowledge_base.search.spelling import Spelling
from knowledge_base.vietnamese.folding import syllables
from knowledge_base.vietnamese.slips import slip, sound

TEXTS = [
    "giấy phép xây dựng nhà ở riêng lẻ",
    "cấp giấy phép xây dựng nhà ở cấp bốn",
    "đăng ký kết hôn ở xã",
    "sổ đỏ cấp lần đầu",
    "làm sổ đỏ cho đất trồng lúa",
    "trường mầm non công lập",
] * 60
SPELLING = Spelling.of([syllables(text) for text in TEXTS])


def mended(text: str) -> str:
    return " ".join(SPELLING.mended(syllables(text)))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("giấy pehsp xây dựng", "giấy pehsp xây dựng"),
        ("giấy phpé xây dựng", "giấy phép xây dựng"),
        ("giấy phép xâyy dựngg", "giấy phép xây dựng"),
        ("giay phep xau dugn", "giay phep xay dung"),
        ("đăng ký kếthôn", "đăng ký kết hôn"),
        ("lam sodo", "lam so do"),
        ("trườngg mầmm non", "trường mầm non"),
    ],
)
def test_one_slip_of_a_syllable_is_mended(typed: str, read: str) -> None:
    assert mended(typed) == read


@pytest.mark.parametrize(
    "text",
    ["", "giấy phép xây dựng nhà ở", "quán phở gò vấp", "xin visa canada", "h26 2024", "ao cá nhà tôi"],
)
def test_what_is_spelt_well_stays(text: str) -> None:
    assert mended(text) == text


def test_it_comes_back_from_its_arrays() -> None:
    again = Spelling.from_arrays(SPELLING.arrays())
    assert again.mended(["phpé", "xâyy"]) == SPELLING.mended(["phpé", "xâyy"])


@pytest.mark.parametrize(("one", "other"), [("truong", "chuon"), ("so", "xo"), ("la", "na"), ("gia", "da")])
def test_regions_say_some_syllables_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("typed", "meant", "is_one_slip"),
    [
        ("phpe", "phep", True),
        ("phe", "phep", True),
        ("pheep", "phep", True),
        ("phxx", "phep", False),
        ("xay", "xay", True),
    ],
)
def test_slips(typed: str, meant: str, is_one_slip: bool) -> None:
    assert (slip(typed, meant) is not None) == is_one_slip
