"""Abbreviations are written out where they have one meaning, and left alone elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge_base.vietnamese.abbreviations import _table
from knowledge_base.vietnamese.canonical import canonical

NEIGHBOURS = [
    "làm",
    "giấy",
    "ký",
    "đất",
    "khai",
    "sinh",
    "12",
    "thuế",
    "kết",
    "hôn",
    "ngoài",
    "và",
    "nào",
    "phường",
]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("gcn qsdđ cần hs j", "giấy chứng nhận quyền sử dụng đất cần hồ sơ gì"),
        ("GCN", "giấy chứng nhận"),
        ("mất sđ lm lại ntn", "mất sổ đỏ làm lại như thế nào"),
        ("hs,gcn/qsdđ", "hồ sơ,giấy chứng nhận/quyền sử dụng đất"),
        ("(hs)?", "(hồ sơ)?"),
        ("đk ks cho con", "đăng ký khai sinh cho con"),
        ("dk ket hon", "đăng ký kết hôn"),
        ("đk kh ở đâu", "đăng ký kết hôn ở đâu"),
        ("làm ks cho bé", "làm khai sinh cho bé"),
        ("nhập hk cho vợ", "nhập hộ khẩu cho vợ"),
        ("e k bt", "e không biết"),
        ("có đc ko", "có được không"),
        ("hết bn tiền", "hết bao nhiêu tiền"),
        ("bn ơi", "bạn ơi"),
        ("cty tnhh mtv", "công ty trách nhiệm hữu hạn một thành viên"),
        ("cty cp", "công ty cổ phần"),
        ("sở tp", "sở tư pháp"),
        ("tp huế", "thành phố huế"),
        ("mst cá nhân", "mã số thuế cá nhân"),
        ("tiền sdđ, mục đích sd đất", "tiền sử dụng đất, mục đích sử dụng đất"),
        ("kết hôn với ng nc ngoài", "kết hôn với người nước ngoài"),
        ("đất nn", "đất nông nghiệp"),
        ("người nn", "người nước ngoài"),
        ("quên mk vneid", "quên mật khẩu vneid"),
        ("mk muốn hỏi", "mình muốn hỏi"),
        ("bao h xong", "bao giờ xong"),
        ("nộp ở mô", "nộp ở đâu"),
        ("làm răng", "làm sao"),
        ("sổ bh", "sổ bảo hiểm"),
        ("Ko biết", "không biết"),
        ("ubnd phường", "ủy ban nhân dân phường"),
        ("ca phường", "công an phường"),
    ],
)
def test_what_is_certain_is_written_out(typed: str, read: str) -> None:
    assert canonical(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "sang ten so hong",
        "trong hem nho",
        "vat lieu nổ",
        "500 k",
        "5 kg gạo",
        "bao nhiêu kg",
        "khu k",
        "đổi đc trên sổ",
        "giấy tờ hk",
        "tt này",
        "mô hình",
        "quy mô",
        "làm răng sứ",
        "trồng răng",
        "đk gì",
        "đktt",
        "hs code",
        "a/c",
        "e a c",
        "mã K",
        "khách hàng kh",
        "sang tên sd",
    ],
)
def test_what_has_two_readings_stays(text: str) -> None:
    assert canonical(text) == text


def test_no_expansion_holds_an_abbreviation() -> None:
    for meanings in _table().values():
        for known in meanings:
            assert canonical(known.meant) == known.meant


@settings(max_examples=400)
@given(st.lists(st.sampled_from([*_table(), *NEIGHBOURS]), max_size=7))
def test_any_row_of_abbreviations_reads_the_same_twice(words: list[str]) -> None:
    once = canonical(" ".join(words))
    assert canonical(once) == once
