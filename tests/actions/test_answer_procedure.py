"""What a citizen hears when asking about procedures, turn after turn."""

from dataclasses import replace

import pytest

from knowledge_base.search.search import Candidate, SearchResult
from tests.actions.desk import Citizen
from tests.actions.made_up import LEASE, PROCEDURES, SPLIT

SPLIT_CODE, BIRTH_CODE, HOUSEHOLD_CODE, ORGANISATION_CODE, LEASE_CODE = (p.code for p in PROCEDURES)

FOUND = {
    "cho thuê rừng": ("several", [LEASE_CODE]),
    "tách thửa": ("clear", [SPLIT_CODE]),
    "khai sinh": ("clear", [BIRTH_CODE]),
    "thuê rừng": ("clear", [LEASE_CODE]),
    "sổ đỏ lần đầu": ("several", [HOUSEHOLD_CODE, ORGANISATION_CODE]),
}


class WordSearch:
    """Finds what the words in FOUND stand for."""

    def find(self, query, *, limit=10):
        verdict, codes = next((found for words, found in FOUND.items() if words in query), ("none", []))
        return SearchResult(verdict, tuple(Candidate(code, 1.0) for code in codes))


@pytest.fixture
def citizen():
    return Citizen(search=WordSearch())


def test_the_side_that_was_asked_for_is_answered_with_its_source(citizen):
    said = citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    assert said.outcome == "answered"
    assert said.text.startswith("Thủ tục: Tách thửa, hợp thửa đất (mã 1.000001)")
    assert "Giấy tờ cần nộp:" in said.text
    assert said.text.splitlines()[-2].startswith("Nguồn: thủ tục 1.000001")
    assert said.custom["procedures"] == [SPLIT_CODE]
    assert said.custom["facets"] == ["documents"]
    assert said.custom["citations"][0]["code"] == SPLIT_CODE


def test_several_sides_are_answered_in_the_order_of_mention(citizen):
    said = citizen.asks("tách thửa nộp ở đâu, bao lâu", "ask_time")
    assert said.custom["facets"] == ["place", "time"]
    assert 0 < said.text.index("Nơi nộp hồ sơ:") < said.text.index("Thời hạn giải quyết:")
    assert said.text.count("Nguồn:") == 1


def test_the_intent_names_the_side_when_the_words_do_not(citizen):
    assert citizen.asks("tách thửa", "ask_fee").custom["facets"] == ["fee"]


def test_a_procedure_alone_gets_a_summary_and_what_can_be_asked_next(citizen):
    said = citizen.asks("tách thửa")
    assert said.custom["facets"] == ["summary"]
    for part in (
        "chia một thửa đất",
        "Giấy tờ cần nộp: 2 mục",
        "12 ngày làm việc",
        "không ghi số tiền",
        "Cơ quan thực hiện: Văn phòng đăng ký đất đai.",
    ):
        assert part in said.text
    assert said.custom["next_facets"] == ["documents", "steps", "fee", "time"]
    assert {"title": "Giấy tờ", "payload": choose(SPLIT_CODE, facet="documents")} in said.buttons


def choose(choice, **more):
    return {"intent": "choose", "entities": {"choice": choice, **more}}


def test_a_follow_up_stays_on_the_procedure(citizen):
    citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    said = citizen.asks("thế còn phí?", "ask_fee")
    assert said.custom["procedures"] == [SPLIT_CODE]
    assert said.custom["facets"] == ["fee"]


def test_a_stray_word_does_not_leave_the_procedure(citizen):
    citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    assert citizen.asks("nhận ở đâu", "ask_place").custom["procedures"] == [SPLIT_CODE]


def test_a_changed_topic_drops_the_old_one(citizen):
    citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    assert citizen.asks("đăng ký khai sinh ở đâu", "ask_place").custom["procedures"] == [BIRTH_CODE]
    assert citizen.slots["procedure"] == BIRTH_CODE


def test_what_is_unknown_is_admitted_with_hotline_and_portal(citizen):
    citizen.asks("tách thửa")
    said = citizen.asks("giấy phép nuôi hổ cần gì", "ask_documents")
    assert said.outcome == "unanswerable_no_source"
    assert "18001096" in said.text
    assert "https://dichvucong.gov.vn" in said.text
    assert said.slots["procedure"] is None


def test_a_side_alone_asks_which_procedure_and_is_kept(citizen):
    said = citizen.asks("lệ phí bao nhiêu", "ask_fee")
    assert said.outcome == "clarification_procedure"
    assert citizen.asks("tách thửa").custom["facets"] == ["fee"]


def test_several_procedures_are_offered_with_what_tells_them_apart(citizen):
    said = citizen.asks("làm sổ đỏ lần đầu cần giấy tờ gì", "ask_documents")
    assert said.outcome == "clarification_procedure"
    assert "1. Cấp sổ đỏ lần đầu cho hộ gia đình, cá nhân (" in said.text
    assert "tổ chức đang sử dụng đất; Cấp tỉnh; mã 1.000004" in said.text
    assert said.custom["procedures"] == [HOUSEHOLD_CODE, ORGANISATION_CODE]
    assert [choice["code"] for choice in said.custom["choices"]] == [HOUSEHOLD_CODE, ORGANISATION_CODE]


@pytest.mark.parametrize(
    "reply", ["2", "số 2 nhé", "cái thứ hai", "thu 2", "cuối cùng", "tổ chức", "cho to chuc"]
)
def test_a_choice_is_answered_in_many_ways_and_the_side_is_kept(citizen, reply):
    citizen.asks("làm sổ đỏ lần đầu cần giấy tờ gì", "ask_documents")
    said = citizen.asks(reply, "choose_option")
    assert said.outcome == "answered"
    assert said.custom["procedures"] == [ORGANISATION_CODE]
    assert said.custom["facets"] == ["documents"]
    assert said.slots["choices"] is None


def test_a_single_likely_procedure_is_asked_about_and_taken_by_a_yes(citizen):
    said = citizen.asks("cho thuê rừng sao đây", "ask_fee")
    assert said.response == "utter_ask_only_choice"
    assert citizen.asks("dạ đúng rồi", "affirm").custom["procedures"] == [LEASE_CODE]


def test_a_yes_by_intent_alone_takes_nothing(citizen):
    citizen.asks("cho thuê rừng sao đây", "ask_fee")
    assert citizen.asks("😀", "affirm").outcome == "clarification_procedure"


def test_a_choice_may_ask_for_another_side(citizen):
    citizen.asks("làm sổ đỏ lần đầu cần giấy tờ gì", "ask_documents")
    assert citizen.asks("tổ chức lệ phí bao nhiêu", "ask_fee").custom["facets"] == ["fee"]


def test_a_button_is_a_choice(citizen):
    citizen.asks("làm sổ đỏ lần đầu nộp ở đâu", "ask_place")
    said = citizen.presses(HOUSEHOLD_CODE)
    assert said.custom["procedures"] == [HOUSEHOLD_CODE]
    assert said.custom["facets"] == ["place"]


@pytest.mark.parametrize("intent", ["choose_option", "nlu_fallback"])
def test_a_number_that_was_not_offered_is_asked_again(citizen, intent):
    citizen.asks("làm sổ đỏ lần đầu")
    said = citizen.asks("7", intent)
    assert said.response == "utter_choice_unclear"
    assert said.custom["procedures"] == [HOUSEHOLD_CODE, ORGANISATION_CODE]


def test_a_new_question_is_not_taken_for_a_choice(citizen):
    citizen.asks("làm sổ đỏ lần đầu")
    assert citizen.asks("tách thửa thì sao").custom["procedures"] == [SPLIT_CODE]


@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_a_bare_yes_or_no_commits_nothing(citizen, intent):
    said = citizen.asks("vâng", intent)
    assert said.outcome == "clarification_procedure"
    assert not said.custom


def test_a_yes_does_not_pick_among_choices(citizen):
    citizen.asks("làm sổ đỏ lần đầu")
    assert citizen.asks("vâng", "affirm").response == "utter_choice_unclear"


def test_a_yes_after_an_answer_asks_what_else(citizen):
    citizen.asks("tách thửa")
    assert citizen.asks("vâng", "affirm").response == "utter_ask_next"


def test_who_applies_moves_to_the_sibling_for_such_applicants(citizen):
    citizen.presses(HOUSEHOLD_CODE, facet="documents")
    said = citizen.asks("tổ chức", "inform_applicant")
    assert said.custom["procedures"] == [ORGANISATION_CODE]
    assert said.custom["facets"] == ["documents"]


def test_an_applicant_by_another_word_moves_to_the_sibling_too(citizen):
    citizen.presses(HOUSEHOLD_CODE, facet="documents")
    assert citizen.asks("công ty", "inform_applicant").custom["procedures"] == [ORGANISATION_CODE]


def test_siblings_are_mentioned_and_buttons_without_asking(citizen):
    said = citizen.presses(HOUSEHOLD_CODE, facet="fee")
    assert said.outcome == "answered"
    assert "Thủ tục gần giống: Cấp sổ đỏ lần đầu cho tổ chức (mã 1.000004)." in said.text
    assert said.custom["choices"] == [{"title": "Cấp sổ đỏ lần đầu cho tổ chức", "code": ORGANISATION_CODE}]
    assert said.slots["choices"] is None


def test_siblings_are_not_mentioned_again_in_a_follow_up(citizen):
    citizen.presses(HOUSEHOLD_CODE, facet="fee")
    said = citizen.asks("bao lâu", "ask_time")
    assert "Thủ tục gần giống" not in said.text
    assert [choice["code"] for choice in said.custom["choices"]] == [ORGANISATION_CODE]


def test_many_papers_ask_for_the_case_first_and_then_list_it(citizen):
    said = citizen.asks("gia hạn thuê rừng cần giấy tờ gì", "ask_documents")
    assert said.outcome == "clarification_case"
    assert "2. b) Đối với công ty" in said.text
    assert said.slots["choice_kind"] == "case"
    said = citizen.asks("công ty", "choose_option")
    assert said.outcome == "answered"
    assert "Giấy B15" in said.text
    assert "Giấy A1" not in said.text


def test_the_rest_is_answered_before_the_case_is_asked_for(citizen):
    said = citizen.asks("gia hạn thuê rừng cần giấy tờ gì, bao lâu", "ask_documents")
    assert said.outcome == "clarification_case"
    assert said.custom["parts"] == ["answered", "clarification_case"]
    assert "12 ngày làm việc" in said.text
    assert citizen.asks("1", "choose_option").custom["facets"] == ["documents"]


def test_a_question_in_between_leaves_the_case_open(citizen):
    citizen.asks("gia hạn thuê rừng cần giấy tờ gì", "ask_documents")
    assert citizen.asks("thế còn phí?", "ask_fee").custom["facets"] == ["fee"]
    said = citizen.asks("2", "choose_option")
    assert said.custom["facets"] == ["documents"]
    assert "Giấy B15" in said.text


def test_an_unclear_case_is_asked_again(citizen):
    citizen.asks("gia hạn thuê rừng cần giấy tờ gì", "ask_documents")
    assert citizen.asks("9", "choose_option").response == "utter_case_unclear"


def test_few_papers_are_listed_for_all_cases():
    few = replace(
        LEASE, documents=tuple(replace(case, documents=case.documents[:3]) for case in LEASE.documents)
    )
    said = Citizen(few, search=WordSearch()).asks("gia hạn thuê rừng cần giấy tờ gì", "ask_documents")
    assert said.outcome == "answered"
    assert "Giấy A1" in said.text
    assert "Giấy B1" in said.text


def test_a_code_in_the_text_is_the_procedure(citizen):
    assert citizen.asks("thủ tục 1.000001 cần gì", "ask_documents").custom["procedures"] == [SPLIT_CODE]


def test_a_code_that_is_not_in_the_base_is_admitted(citizen):
    assert citizen.asks("thủ tục 1.999999 cần gì", "ask_documents").response == "utter_unknown_code"
    assert citizen.presses("1.999999").outcome == "unanswerable_no_source"


def test_a_procedure_that_left_the_base_is_no_longer_in_focus(citizen):
    citizen.slots = {"procedure": "1.999999"}
    assert citizen.asks("thế còn phí?", "ask_fee").outcome == "clarification_procedure"


@pytest.mark.parametrize("text", ["asdf qwer", "làm sổ đỏ lần đầu", ""])
def test_without_an_intent_only_a_clear_procedure_is_answered(citizen, text):
    said = citizen.asks(text, "nlu_fallback")
    assert said.outcome == "unanswerable_out_of_scope"
    assert "Tách thửa đất cần giấy tờ gì?" in said.text


def test_without_an_intent_a_clear_procedure_is_answered(citizen):
    assert citizen.asks("tách thửa", "nlu_fallback").outcome == "answered"


def test_the_second_miss_in_a_row_offers_a_person(citizen):
    citizen.asks("asdf qwer", "nlu_fallback")
    assert "gặp cán bộ" in citizen.asks("asdf qwer", "nlu_fallback").text
    citizen.asks("tách thửa")
    assert citizen.slots["failures"] is None


def test_brackets_in_a_record_do_not_empty_the_reply():
    odd = replace(SPLIT, conditions="Hệ số 10[1] và {procedure}")
    said = Citizen(odd, search=WordSearch()).asks("tách thửa điều kiện", "ask_conditions")
    assert "10 [1] và {procedure}" in said.text
