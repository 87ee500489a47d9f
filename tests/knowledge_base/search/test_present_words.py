"""Words of former times and of the regions, read as present ones where nothing is found without."""

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.present_words import in_present_words
from knowledge_base.search.search import ProcedureSearch

NAMES = (
    "Đăng ký tạm trú", "Đăng ký khai sinh", "Cấp giấy phép lái xe", "Đăng ký hộ kinh doanh", "Tách thửa đất",
    "Cấp hộ chiếu phổ thông", "Cấp thẻ căn cước",
)  # fmt: skip
SEARCH = ProcedureSearch.over(
    [SearchDocument(f"1.00000{number}", name) for number, name in enumerate(NAMES, 1)]
)


def present(text):
    words = in_present_words(text.split())
    return " ".join(words) if words else None


def test_what_was_said_gives_way_to_what_is_meant_and_the_rest_stays():
    assert present("làm cavet xe máy") == "làm chứng nhận đăng ký xe máy"


def test_it_is_heard_without_diacritics_too():
    assert present("xin so kt3") == "xin đăng ký tạm trú"


def test_words_that_need_no_other_are_left_alone():
    assert present("đăng ký tạm trú") is None


def test_an_entry_that_is_not_for_the_search_is_not_used():
    assert present("ra ủy ban huyện") is None


def test_what_is_found_only_in_present_words_is_offered_and_not_told():
    found = SEARCH.find("xin sổ kt3")
    assert found.verdict == "several"
    assert [candidate.code for candidate in found.candidates] == ["1.000001"]


def test_what_is_found_as_it_was_asked_stays():
    assert SEARCH.find("cấp hộ chiếu phổ thông").verdict == "clear"
