"""When the search answers, when it asks, when it says that it does not know; on made-up procedures."""

from __future__ import annotations

import pytest

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.search import ProcedureSearch, SearchResult
from knowledge_base.vietnamese.folding import fold


def document(
    code: str,
    name: str,
    *aliases: str,
    special_words: tuple[str, ...] = (),
    siblings: tuple[str, ...] = (),
    levels: tuple[str, ...] = ("Cấp xã",),
) -> SearchDocument:
    return SearchDocument(code, name, "", "", "", aliases, (), special_words, siblings, levels)


SEARCH = ProcedureSearch.over(
    [
        document(
            "9.000001",
            "Cấp thẻ bạn đọc thư viện",
            "làm thẻ thư viện",
            "đăng ký thẻ mượn sách",
            siblings=("9.000002",),
        ),
        document(
            "9.000002",
            "Cấp thẻ bạn đọc thư viện cho tổ chức",
            "công ty làm thẻ thư viện",
            special_words=("công ty", "tổ chức"),
            siblings=("9.000001",),
        ),
        document(
            "9.000003", "Cho thuê vườn ươm cây cảnh", "thuê vườn ươm", "mướn vườn ươm", siblings=("9.000004",)
        ),
        document(
            "9.000004",
            "Cho thuê vườn ươm cây cảnh cấp tỉnh",
            "thuê vườn ươm",
            special_words=("cấp tỉnh", "doanh nghiệp"),
            siblings=("9.000003",),
            levels=("Cấp tỉnh",),
        ),
        document("9.000005", "Đổi thẻ bơi lội", "đổi thẻ hồ bơi"),
        document("9.000006", "Mất thẻ bơi lội", "làm lại thẻ hồ bơi"),
    ]
)


def codes(result: SearchResult) -> list[str]:
    return [candidate.code for candidate in result.candidates]


@pytest.mark.parametrize(
    "text",
    ["làm thẻ thư viện cần giấy tờ gì", "lam the thu vien can giay to gi", "Cho e hỏi đk thẻ mượn sách ạ"],
)
def test_a_procedure_called_by_a_name_of_its_own_is_clear(text: str) -> None:
    result = SEARCH.find(text)
    assert result.verdict == "clear"
    assert codes(result)[0] == "9.000001"


def test_a_special_sister_wins_when_its_word_was_said() -> None:
    result = SEARCH.find("công ty muốn làm thẻ thư viện thì nộp ở đâu")
    assert (result.verdict, codes(result)[0]) == ("clear", "9.000002")


def test_a_level_that_was_not_said_is_asked_for() -> None:
    result = SEARCH.find("thuê vườn ươm")
    assert result.verdict == "several"
    assert codes(result)[:2] == ["9.000003", "9.000004"]


def test_a_level_that_was_said_decides() -> None:
    result = SEARCH.find("thuê vườn ươm ở xã")
    assert (result.verdict, codes(result)[0]) == ("clear", "9.000003")


def test_where_two_fit_both_are_offered() -> None:
    result = SEARCH.find("thẻ hồ bơi")
    assert result.verdict == "several"
    assert set(codes(result)) == {"9.000005", "9.000006"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\0\ud800",
        "😀",
        "thủ tục cấp phép nuôi hổ",
        "đăng ký nhãn hiệu",
        "xin visa đi mỹ",
        "giá vàng hôm nay",
        "làm lại bằng lái xe bị mất",
        "thẻ",
        "ở xã",
        "cảm ơn nhiều nha",
        "lý lịch tư pháp",
    ],
)
def test_what_the_base_does_not_hold_is_admitted(text: str) -> None:
    assert SEARCH.find(text).verdict == "none"
    assert SEARCH.find(fold(text)).verdict == "none"


def test_candidates_say_what_their_chance_is_made_of() -> None:
    first = SEARCH.find("làm thẻ thư viện").candidates[0]
    assert 0 < first.score < 1
    assert {"words", "alike", "elsewhere", "claimed"} <= first.parts.keys()


def test_no_more_candidates_than_asked_for() -> None:
    assert len(SEARCH.find("thẻ thư viện hồ bơi", limit=2).candidates) <= 2


def test_an_empty_base_knows_nothing() -> None:
    assert ProcedureSearch.over([]).find("làm thẻ thư viện").verdict == "none"
