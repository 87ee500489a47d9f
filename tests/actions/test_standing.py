"""Whose a record is, that it was withdrawn, or that only its name is known: said before anything is told."""

from dataclasses import replace
from datetime import date

import pytest

from actions.answering import reply_to
from actions.decision import Answer, AskNext, NamedOnly, Unsaid
from knowledge_base.official.names import NAMES_AS_OF, NAMES_FILE, official_names
from knowledge_base.procedure import LegalBasis, NewerRecord, Override
from knowledge_base.search.result import Candidate, SearchResult
from office.wording import find
from tests.actions.desk import Citizen, services, style
from tests.actions.made_up import BIRTH, LEASE, SPLIT

ELSEWHERE = replace(SPLIT, province="Lào Cai", issuer="UBND tỉnh Lào Cai")
AT_HOME = replace(SPLIT, province="Hà Nội", issuer="UBND Thành phố Hà Nội")
GONE = replace(SPLIT, withdrawn_on=date(2026, 7, 10), successors=("1.000002", "1.000099"))
WARNING = "Bạn lưu ý trước hết: đây là quy định riêng của Lào Cai, do UBND tỉnh Lào Cai công bố."


class Finds:
    """A search that is sure of one code."""

    def __init__(self, code):
        self._code = code

    def find(self, query, *, limit=10):
        return SearchResult("clear", (Candidate(self._code, 1.0),))


def told(procedure, *facets, others=(BIRTH,)):
    return said(Answer(procedure, facets or ("fee",)), procedure, *others)


def said(decision, *procedures):
    reply = reply_to(decision, services(*procedures).knowledge, style())
    return find(reply.response).text.format_map(reply.message())


@pytest.mark.parametrize("facet", ["summary", "documents", "fee", "time", "place", "steps"])
def test_a_rule_of_another_province_is_said_to_be_one_before_anything_else(facet):
    text = told(ELSEWHERE, facet)
    assert text.startswith(f"{WARNING} Nếu bạn làm thủ tục ở Hà Nội hoặc nơi khác, quy định có thể khác.\n")


def test_a_rule_of_the_home_province_is_called_its_own():
    text = told(AT_HOME)
    assert "lưu ý trước hết" not in text
    assert "\nĐây là quy định riêng của Hà Nội, do UBND Thành phố Hà Nội công bố.\n" in text


def test_the_whole_countrys_rules_are_nobodys_own():
    assert "quy định riêng" not in told(SPLIT)


def test_questions_about_a_provinces_rule_name_the_province():
    many = replace(LEASE, province="Lào Cai", issuer="UBND tỉnh Lào Cai")
    assert "Gia hạn thuê rừng, quy định riêng của Lào Cai" in told(many, "documents")
    assert "quy định riêng của Lào Cai" in said(AskNext(ELSEWHERE), ELSEWHERE)
    assert "quy định riêng của Lào Cai" in said(Unsaid(ELSEWHERE), ELSEWHERE)


@pytest.mark.parametrize("facet", ["summary", "documents", "fee", "time", "place", "steps", "online"])
def test_nothing_of_a_withdrawn_procedure_is_told_as_in_force(facet):
    text = told(GONE, facet)
    assert "Trợ lý biết điều này từ ngày 10/07/2026" in text
    for fact in ("12 ngày làm việc", "Luật phí", "Đơn đề nghị", "Văn phòng đăng ký đất đai"):
        assert fact not in text


def test_what_likely_took_its_place_is_offered_as_likely_and_can_be_chosen():
    citizen = Citizen(GONE, BIRTH)
    text = citizen.asks("mã 1.000001 phí bao nhiêu", "ask_fee")
    assert (text.response, text.outcome) == ("utter_withdrawn_with_successors", "answered")
    assert "có thể là:\n1. Đăng ký khai sinh (" in text.text
    assert [choice["code"] for choice in text.custom["choices"]] == ["1.000002"]
    assert citizen.asks("1", "choose_option").text.startswith(
        "Thủ tục: Đăng ký khai sinh (mã 1.000002)\n\nPhí"
    )


def test_without_a_known_successor_nobody_is_sent_on():
    assert "chưa biết thủ tục nào thay thế" in told(replace(GONE, successors=()))
    gone_too = replace(BIRTH, withdrawn_on=date(2026, 7, 10))
    assert "chưa biết thủ tục nào thay thế" in told(GONE, others=(gone_too,))


@pytest.mark.parametrize("decision", [AskNext(GONE), Unsaid(GONE, "fine")])
def test_going_on_about_a_withdrawn_procedure_says_so_again(decision):
    assert "không còn trong danh mục" in said(decision, GONE)


def test_a_choice_says_that_it_is_withdrawn_or_of_one_province():
    citizen = Citizen(
        replace(SPLIT, siblings=("1.000002",)),
        replace(BIRTH, short_name=SPLIT.short_name, province="Lào Cai"),
    )
    text = citizen.asks("mã 1.000001").text
    assert (
        "Thủ tục gần giống: Tách thửa, hợp thửa đất (trẻ mới sinh; riêng của Lào Cai; Cấp xã; mã 1.000002)."
        in text
    )


def test_a_code_whose_name_alone_is_known_is_answered_with_it():
    code, name = next(iter(official_names().items()))
    text = Citizen(SPLIT).asks(f"thủ tục {code} cần gì", "ask_documents")
    assert (text.response, text.outcome) == ("utter_named_only", "unanswerable_no_source")
    for part in (
        code,
        f"“{name}”",
        "ngày 18/07/2026",
        "không có hồ sơ công bố",
        "https://dichvucong.gov.vn",
        "18001096",
    ):
        assert part in text.text


def test_a_search_that_is_sure_of_a_procedure_known_by_name_gets_its_name_told():
    code, name = next(iter(official_names().items()))
    text = Citizen(SPLIT, search=Finds(code)).asks("thả diều ban đêm cần giấy tờ gì", "ask_documents")
    assert text.response == "utter_named_only"
    assert name in text.text


def test_a_code_of_nothing_stays_unknown():
    assert Citizen(SPLIT).asks("thủ tục 1.999999 cần gì").response == "utter_unknown_code"


def test_the_day_of_the_names_is_the_one_in_their_file():
    assert f"{NAMES_AS_OF:%-d %B %Y}" in NAMES_FILE.read_text("utf-8").splitlines()[0]


def test_two_procedures_that_read_alike_are_asked_between():
    other = replace(BIRTH, code=" 1.000001")
    text = Citizen(SPLIT, other).asks("mã 1.000001 cần gì", "ask_documents")
    assert text.response == "utter_ask_choice"
    assert [choice["code"] for choice in text.custom["choices"]] == ["1.000001", " 1.000001"]
    alone = Citizen(other).asks("mã 1.000001 phí bao nhiêu", "ask_fee")
    assert alone.text.startswith("Thủ tục: Đăng ký khai sinh (mã 1.000001)")


def test_named_only_needs_no_code_that_is_typed():
    text = said(NamedOnly("1.000005", "Thả diều"), SPLIT)
    assert text.startswith("Mã 1.000005 là thủ tục “Thả diều”")


NATION = (NewerRecord("1.000007", "", date(2026, 5, 20)),)
PROVINCES = tuple(
    NewerRecord(f"1.00001{n}", name, date(2026, 6, n))
    for n, name in enumerate(["Lào Cai", "Hà Tĩnh", "Gia Lai", "Huế"], 1)
)


def test_a_provinces_record_that_the_nation_has_overtaken_says_so():
    text = told(replace(ELSEWHERE, field="Hộ tịch", newer=NATION))
    assert "Bản này của Lào Cai có thể không còn theo kịp" in text
    assert "ngày 20/05/2026, mã 1.000007" in text


def test_the_nations_record_names_the_home_provinces_newer_one():
    own = NewerRecord("1.000008", "Hà Nội", date(2026, 6, 9))
    text = told(replace(BIRTH, newer=(*PROVINCES, own)))
    assert (
        "Hà Nội đã công bố quy định riêng mới hơn cho thủ tục cùng tên, ngày 09/06/2026, mã 1.000008." in text
    )


def test_of_other_provinces_with_a_newer_record_a_few_are_named():
    assert "(Lào Cai, Hà Tĩnh, Gia Lai và nơi khác; mới nhất ngày 04/06/2026)" in told(
        replace(BIRTH, newer=PROVINCES)
    )
    assert "mới nhất ngày" not in told(replace(SPLIT, newer=PROVINCES)), "land records are warned of already"


def test_a_provinces_land_record_that_lacks_the_newer_law_says_so():
    assert "Bản công bố này chưa dẫn Nghị quyết 254/2025/QH15" in told(ELSEWHERE)
    cites_it = replace(ELSEWHERE, legal_basis=(LegalBasis("254/2025/QH15", ""),))
    assert "254/2025/QH15" not in told(cites_it)


def test_an_overridden_fact_is_told_with_its_reason():
    text = told(replace(SPLIT, overrides=(Override("modes", "theo Quyết định 12/QĐ-UBND ngày 01/02/2026."),)))
    assert (
        "Phần cách nộp, thời hạn, phí trên đây khác hồ sơ công bố: theo Quyết định 12/QĐ-UBND ngày 01/02/2026.\n"
        in text
    )


def test_a_record_without_a_day_of_change_says_when_it_was_fetched():
    assert "theo hồ sơ công bố, bản trợ lý có từ ngày 18/07/2026." in told(replace(SPLIT, updated_on=None))
