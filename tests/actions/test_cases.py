"""A procedure with more papers than one reply lists asks for the case."""

from dataclasses import replace

from tests.actions.desk import Citizen
from tests.actions.made_up import LEASE
from tests.actions.word_search import WordSearch


def test_many_papers_ask_for_the_case_first_and_then_list_it(citizen):
    said = citizen.asks("gia hạn thuê rừng cần giấy tờ gì", "ask_documents")
    assert said.outcome == "clarification_case"
    assert "2. Công ty" in said.text
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
