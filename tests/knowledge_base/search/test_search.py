"""When the search answers, when it asks, when it says that it does not know; on made-up procedures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge_base.official.names import official_names
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.elsewhere import topics_elsewhere
from knowledge_base.search.index import Index, IndexUnreadable
from knowledge_base.search.indexing import index_of
from knowledge_base.search.result import SearchResult
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.vietnamese.folding import fold


def document(
    code: str,
    name: str,
    *aliases: str,
    special_words: tuple[str, ...] = (),
    province: str = "",
    level: str = "Cấp xã",
) -> SearchDocument:
    return SearchDocument(
        code, name, aliases, special_words=special_words, province=province, levels=(level,)
    )


def elsewhere() -> Iterator[SearchDocument]:
    """What the nation's procedures are called: without them no word would be rare, and nothing telling."""
    yield from (SearchDocument(code, name, held=False) for code, name in official_names().items())
    yield from topics_elsewhere(())


LIBRARY = [
    document("9.000001", "Cấp thẻ bạn đọc thư viện", "làm thẻ thư viện", "đăng ký thẻ mượn sách"),
    document(
        "9.000002",
        "Cấp thẻ bạn đọc thư viện cho tổ chức",
        "công ty làm thẻ thư viện",
        special_words=("công ty", "tổ chức"),
    ),
    document("9.000003", "Cho thuê vườn ươm cây cảnh cấp xã", "thuê vườn ươm", "mướn vườn ươm"),
    document(
        "9.000004", "Cho thuê vườn ươm cây cảnh cấp tỉnh", "thuê vườn ươm", "mướn vườn ươm", level="Cấp tỉnh"
    ),
    document("9.000005", "Cấp thẻ bơi lội", "thẻ hồ bơi"),
    document("9.000006", "Cấp thẻ bơi lặn", "thẻ hồ bơi"),
    document("9.000007", "Hỗ trợ trồng chè san tuyết", "trồng chè san tuyết", province="Hà Giang"),
    document("9.000008", "Khai báo mất vé đò (thực hiện tại cấp xã)", "rớt vé đò"),
    document("9.000009", "Khai báo mất vé đò (thực hiện tại cấp tỉnh)", "rớt vé đò", level="Cấp tỉnh"),
    document("9.000010", "Đăng ký nhà nuôi chim yến", "mở nhà yến"),
    document("9.000011", "Xóa đăng ký nhà nuôi chim yến", "nhà yến cũ xây bằng gỗ lim"),
    document("9.000012", "Cấp vé trượt băng cho người dưới 14 tuổi", "vé trượt băng"),
    document("9.000013", "Cấp vé trượt băng cho người từ đủ 14 tuổi trở lên", "vé trượt băng"),
]
SEARCH = ProcedureSearch.over([*LIBRARY, *elsewhere()])


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
    assert set(codes(result)) == {"9.000003", "9.000004"}


def test_a_level_that_was_said_decides() -> None:
    assert codes(SEARCH.find("thuê vườn ươm cấp tỉnh"))[0] == "9.000004"
    assert codes(SEARCH.find("thuê vườn ươm cấp xã"))[0] == "9.000003"


def test_a_level_that_people_choose_themselves_is_not_asked_for() -> None:
    near = SEARCH.find("rớt vé đò thì khai báo sao")
    assert (near.verdict, codes(near)[0]) == ("clear", "9.000008")
    far = SEARCH.find("rớt vé đò, lên tỉnh khai báo")
    assert (far.verdict, codes(far)[0]) == ("clear", "9.000009")


def test_an_ending_that_nobody_spoke_of_is_not_told() -> None:
    result = SEARCH.find("đăng ký nhà yến xây bằng gỗ lim")
    assert result.verdict == "several"
    assert set(codes(result)) == {"9.000010", "9.000011"}
    assert codes(SEARCH.find("xóa đăng ký nhà yến"))[0] == "9.000011"


def test_an_age_that_was_said_decides() -> None:
    assert set(codes(SEARCH.find("vé trượt băng"))) >= {"9.000012", "9.000013"}
    child, youth = SEARCH.find("vé trượt băng cho bé 7 tuổi"), SEARCH.find("ve truot bang cho chau 15 tuoi")
    assert (child.verdict, codes(child)[0]) == ("clear", "9.000012")
    assert (youth.verdict, codes(youth)[0]) == ("clear", "9.000013")


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
    assert {"all", "alias_alike", "mentioned", "special_uncalled"} <= first.parts.keys()


def test_no_more_candidates_than_asked_for() -> None:
    assert len(SEARCH.find("thẻ thư viện hồ bơi", limit=2).candidates) <= 2


def test_an_empty_base_knows_nothing() -> None:
    assert ProcedureSearch.over([]).find("làm thẻ thư viện").verdict == "none"


@pytest.mark.parametrize(
    "typed", ["lamf ther thuw vieenj owr ddaau", "làm thẻ thư vịên ở đâu", "lam the thu vien o dau"]
)
def test_keystrokes_and_slips_are_read(typed: str) -> None:
    assert codes(SEARCH.find(typed))[0] == "9.000001"


def test_an_abbreviation_written_out_does_not_speak_for_what_has_no_diacritics() -> None:
    found = SEARCH.ranked("doc gia o cty toi muon lam the thu vien")
    parts = next(candidate.parts for candidate in found if candidate.code == "9.000001")
    assert parts["written"] > parts["mentioned"] / 2


def test_a_procedure_known_by_name_only_is_named_and_not_told() -> None:
    result = SEARCH.find("cấp lại giấy miễn thị thực tại Cục Quản lý xuất nhập cảnh, Bộ Công an")
    assert (result.verdict, result.named) == ("none", "1.000807")


def test_a_province_keeps_its_own_record_unless_it_is_named() -> None:
    assert "9.000007" not in codes(SEARCH.find("trồng chè san tuyết"))
    assert codes(SEARCH.find("hỗ trợ trồng chè san tuyết ở Hà Giang"))[0] == "9.000007"
    at_home = ProcedureSearch(SEARCH.index, home="Hà Giang")
    assert codes(at_home.find("hỗ trợ trồng chè san tuyết"))[0] == "9.000007"


def test_an_index_comes_back_from_its_file(tmp_path: Path) -> None:
    SEARCH.index.write(tmp_path / "index.npz")
    again = ProcedureSearch(Index.read(tmp_path / "index.npz"))
    for text in ("làm thẻ thư viện", "thẻ hồ bơi", "sang tên xe máy", "thuê vườn ươm"):
        assert codes(again.find(text)) == codes(SEARCH.find(text))


def test_the_same_documents_make_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "two"):
        index_of(LIBRARY).write(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive"])
def test_a_damaged_file_is_an_error_that_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.npz"
    path.write_bytes(content)
    with pytest.raises(IndexUnreadable, match="publish again"):
        Index.read(path)


def test_an_index_of_other_kinds_of_case_is_to_be_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SEARCH.index.write(tmp_path / "index.npz")
    monkeypatch.setattr("knowledge_base.search.index.kinds", lambda: ("lost",))
    with pytest.raises(IndexUnreadable, match="publish again"):
        Index.read(tmp_path / "index.npz")
