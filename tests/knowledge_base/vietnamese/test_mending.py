"""Misspelt syllables are put right where one word is clearly meant, and all else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold
from knowledge_base.vietnamese.mending import mend_misspellings
from knowledge_base.vietnamese.written_pairs import written_pairs

FREQUENT = sorted(word for word, count in written_pairs().singles.items() if count >= 256)
MISSPELT = [
    "xổ",
    "đõ",
    "dấy",
    "thũ",
    "nàm",
    "hò",
    "giáy",
    "nuoc",
    "daonh",
    "kí",
    "trứng",
    "lơi",
    "hoof",
    "đk",
    "hs",
]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("xin sác nhận độc thân", "xin xác nhận độc thân"),  # s/x
        ("giấy phép sây dựng nhà ở", "giấy phép xây dựng nhà ở"),
        ("trứng thực bản sao", "chứng thực bản sao"),  # tr/ch
        ("chanh chấp đất đai", "tranh chấp đất đai"),
        ("nàm thủ tục ở đâu", "làm thủ tục ở đâu"),  # l/n
        ("thời hạng giải quyết", "thời hạn giải quyết"),  # n/ng
        ("đăn ký thường trú", "đăng ký thường trú"),
        ("dấy tờ cần nộp", "giấy tờ cần nộp"),  # d/gi/v
        ("cấp dấy chứng nhận", "cấp giấy chứng nhận"),
        ("thũ tục tách thửa", "thủ tục tách thửa"),  # hook and tilde
        ("đăng kí kết hôn", "đăng ký kết hôn"),  # i/y
        ("xổ đõ", "sổ đỏ"),  # both of a pair
        ("sữa chửa nhà ở", "sửa chữa nhà ở"),
        ("giấy chưng nhận quyền sử dụng đất", "giấy chứng nhận quyền sử dụng đất"),  # a tone left out
        ("hồ sơ gồm giay tờ gì", "hồ sơ gồm giấy tờ gì"),  # marks left out beside words that have theirs
        ("đăng ký kinh daonh", "đăng ký kinh doanh"),  # keys in the wrong order
        ("giấy chứng nhậ kết hôn", "giấy chứng nhận kết hôn"),  # a key missed
        ("tạm trú cho người nuớc ngoài", "tạm trú cho người nước ngoài"),
        ("thời hạn bao lâu theo hanj nào", "thời hạn bao lâu theo hạn nào"),  # keys among words with marks
        ("Thũ tục tách thửa", "Thủ tục tách thửa"),
        ("THŨ TỤC TÁCH THỬA", "THỦ TỤC TÁCH THỬA"),
    ],
)
def test_a_misspelling_is_mended_where_one_word_is_meant(typed: str, read: str) -> None:
    assert canonical(typed) == read


@pytest.mark.parametrize(
    "text",
    [
        "trở nên khó khăn", "nhân vật lịch sử", "quan sát bầu trời", "cố gắng nghỉ ngơi", "suy nghĩ lại",
        "con tên là Nguyễn Thị Xinh", "họ tên: Trần Xuân Sanh", "xã Sơn Chà", "nguyễn văn chung", "chị Giung",
        "xâu chuỗi", "trông nom", "giành giật", "sao chép", "lời nói", "nồi cơm", "chung cư", "trung cấp",
        "mua manga", "đi bar", "dùng app zalo", "mở file pdf", "gia hạn visa cho vợ",
        "dấy 3 tờ", "thũ-tục", "ho so dat dai", "lam giay to", "xay dung nha", "giay to, thu tuc",
    ],
)  # fmt: skip
def test_what_is_a_word_a_name_a_foreign_word_or_unmarked_stays(text: str) -> None:
    assert mend_misspellings(text) == text


def test_words_that_stand_apart_tell_nothing_of_each_other() -> None:
    assert mend_misspellings("tôi hỏi dấy, tờ khai") == "tôi hỏi dấy, tờ khai"


@settings(max_examples=400)
@given(st.lists(st.sampled_from([*MISSPELT, *FREQUENT, ",", "H26.19-250701-0012"]), max_size=9))
def test_any_row_of_words_reads_the_same_twice(words: list[str]) -> None:
    once = canonical(" ".join(words))
    assert canonical(once) == once


@given(st.lists(st.sampled_from(FREQUENT), max_size=9))
def test_unmarked_words_are_never_mended(words: list[str]) -> None:
    plain = fold(" ".join(words))
    assert mend_misspellings(plain) == plain


@pytest.mark.parametrize("text", ["xổ đõ " * 16_000, "dấy " * 25_000, "giáyy tò " * 11_000, "đ" * 100_000])
@pytest.mark.timeout(60)
def test_a_hundred_thousand_characters_are_mended_in_linear_time(text: str) -> None:
    once = mend_misspellings(text)
    assert mend_misspellings(once) == once
