"""What a citizen hears when asking about procedures, turn after turn."""

from dataclasses import replace

import pytest

from tests.actions.desk import Citizen
from tests.actions.made_up import PROCEDURES, SPLIT
from tests.actions.word_search import WordSearch

SPLIT_CODE, BIRTH_CODE, HOUSEHOLD_CODE, ORGANISATION_CODE, LEASE_CODE = (p.code for p in PROCEDURES)


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


def test_a_sure_intent_names_the_side_when_the_words_do_not(citizen):
    assert citizen.asks("tách thửa", "ask_fee", 0.9).custom["facets"] == ["fee"]
    assert citizen.asks("tách thửa", "ask_fee", 0.6).custom["facets"] == ["summary"]


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
    assert said.slots["procedure"] == SPLIT_CODE
    assert citizen.asks("lệ phí bao nhiêu", "ask_fee").response == "utter_ask_only_choice"
    assert citizen.asks("đúng rồi", "affirm").custom["facets"] == ["fee"]


def test_a_side_alone_asks_which_procedure_and_is_kept(citizen):
    said = citizen.asks("lệ phí bao nhiêu", "ask_fee")
    assert said.outcome == "clarification_procedure"
    assert citizen.asks("tách thửa").custom["facets"] == ["fee"]


def test_a_code_in_the_text_is_the_procedure(citizen):
    assert citizen.asks("thủ tục 1.000001 cần gì", "ask_documents").custom["procedures"] == [SPLIT_CODE]


def test_a_code_that_is_not_in_the_base_is_admitted(citizen):
    assert citizen.asks("thủ tục 1.999999 cần gì", "ask_documents").response == "utter_unknown_code"
    assert citizen.presses("1.999999").outcome == "unanswerable_no_source"


def test_a_procedure_that_left_the_base_is_no_longer_in_focus(citizen):
    citizen.slots = {"procedure": "1.999999"}
    assert citizen.asks("thế còn phí?", "ask_fee").outcome == "clarification_procedure"


@pytest.mark.parametrize("text", ["asdf qwer", ""])
def test_without_an_intent_and_a_procedure_examples_are_given(citizen, text):
    said = citizen.asks(text, "nlu_fallback")
    assert said.outcome == "unanswerable_out_of_scope"
    assert "Tách thửa đất cần giấy tờ gì?" in said.text


def test_without_an_intent_what_the_search_finds_is_answered_or_offered(citizen):
    assert citizen.asks("tách thửa", "nlu_fallback").outcome == "answered"
    assert citizen.asks("làm sổ đỏ lần đầu", "nlu_fallback").outcome == "clarification_procedure"


def test_the_second_miss_in_a_row_offers_a_person(citizen):
    citizen.asks("asdf qwer", "nlu_fallback")
    assert "gặp cán bộ" in citizen.asks("asdf qwer", "nlu_fallback").text
    citizen.asks("tách thửa")
    assert citizen.slots["failures"] is None


def test_brackets_in_a_record_do_not_empty_the_reply():
    odd = replace(SPLIT, conditions="Hệ số 10[1] và {procedure}")
    said = Citizen(odd, search=WordSearch()).asks("tách thửa điều kiện", "ask_conditions")
    assert "10 [1] và {procedure}" in said.text


def test_a_record_without_conditions_is_not_said_to_have_none(citizen):
    said = citizen.asks("tách thửa điều kiện", "ask_conditions")
    assert "chưa có nghĩa là không có điều kiện" in said.text
    assert SPLIT.summary in said.text
    assert "18001096" in said.text
