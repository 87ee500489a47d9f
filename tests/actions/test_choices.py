"""Several procedures fit: what is offered, and how it is answered."""

import pytest

from tests.actions.made_up import PROCEDURES

SPLIT_CODE, BIRTH_CODE, HOUSEHOLD_CODE, ORGANISATION_CODE, LEASE_CODE = (p.code for p in PROCEDURES)


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
