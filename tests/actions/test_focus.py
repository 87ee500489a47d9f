"""The procedure that a conversation is about is kept through what does not name another one."""

from dataclasses import replace

import pytest

from knowledge_base.procedure import Step
from tests.actions.desk import Citizen
from tests.actions.made_up import PROCEDURES, SPLIT
from tests.actions.word_search import WordSearch

SPLIT_CODE, BIRTH_CODE, HOUSEHOLD_CODE, ORGANISATION_CODE, LEASE_CODE = (p.code for p in PROCEDURES)


@pytest.fixture
def asker(citizen):
    """Somebody who has just been told about splitting a parcel."""
    citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    return citizen


@pytest.mark.parametrize(
    "text",
    ["tôi ở Nghệ An thì nộp đâu", "xã miền núi thì mấy ngày", "nộp ở xã được không", "có mất tiền không"],
)
def test_a_fragment_with_a_side_is_about_it(asker, text):
    said = asker.asks(text, "ask_place")
    assert said.outcome == "answered"
    assert said.custom["procedures"] == [SPLIT_CODE]


@pytest.mark.parametrize("text", ["ở đâu?", "o dau", "ở đâu vậy"])
def test_a_bare_where_is_a_place_and_no_first_one(asker, text):
    asker.asks("phí bao nhiêu", "ask_fee")
    said = asker.asks(text, "ask_place", 0.99)
    assert (said.custom["facets"], said.custom["procedures"]) == (["place"], [SPLIT_CODE])


@pytest.mark.parametrize("text", ["cho trẻ em", "vợ tôi người Lào", "bị mờ ảnh thì sao", "tôi ở Nghệ An"])
def test_a_remark_that_the_record_does_not_answer_is_admitted(asker, text):
    said = asker.asks(text, "nlu_fallback")
    assert said.response == "utter_unsaid"
    assert asker.asks("bao lâu", "ask_time").custom["procedures"] == [SPLIT_CODE]


def test_a_remark_is_no_choice_between_procedures_that_are_hardly_likely(asker):
    assert asker.asks("hàng xóm chưa chịu ký giấy cho", "nlu_fallback").response == "utter_unsaid"
    assert asker.asks("hàng xóm chưa chịu ký cần giấy gì", "ask_documents").response == "utter_ask_choice"


@pytest.mark.parametrize(
    "between",
    [
        ("hehe ok", "affirm"),
        ("asdf", "nlu_fallback"),
        ("không cái nào cả", "deny"),
        ("cái đầu tiên", "choose_option"),
    ],
)
def test_it_is_kept_through_a_turn_that_says_nothing(asker, between):
    asker.asks(*between)
    assert asker.asks("lệ phí", "ask_fee").custom["procedures"] == [SPLIT_CODE]


def test_it_is_kept_beside_an_offer_that_is_turned_down(asker):
    asker.asks("làm sổ đỏ lần đầu")
    assert asker.asks("không cái nào đúng", "deny").response == "utter_ask_procedure"
    assert asker.asks("lệ phí", "ask_fee").custom["procedures"] == [SPLIT_CODE]


@pytest.mark.parametrize(
    "text", ["à nhầm, đăng ký khai sinh", "thôi hỏi làm khai sinh", "không phải, ý tôi là khai sinh"]
)
def test_another_one_is_told_after_its_opening(asker, text):
    assert asker.asks(text, "deny").custom["procedures"] == [BIRTH_CODE]


def test_going_on_keeps_the_side(asker):
    assert asker.asks("thế khai sinh thì sao").custom["facets"] == ["documents"]


def test_saying_it_shorter_gives_the_summary(asker):
    said = asker.asks("nói ngắn gọn thôi", "ask_again")
    assert (said.custom["procedures"], said.custom["facets"]) == ([SPLIT_CODE], ["summary"])


def test_an_amount_that_no_record_holds_is_no_fee(asker):
    said = asker.asks("tiền nhận được bao nhiêu", "ask_fee")
    assert said.response == "utter_matter_unsaid"
    assert "số tiền được hưởng" in said.text


def test_a_deadline_is_quoted_from_where_the_record_speaks_of_it():
    late = replace(
        SPLIT, steps=(Step("Bạn nộp trong thời hạn 03 tháng kể từ ngày ký.", "Trình tự thực hiện"),)
    )
    citizen = Citizen(late, search=WordSearch())
    citizen.asks("tách thửa")
    said = citizen.asks("quá 4 tháng thì còn làm được không", "ask_time")
    assert said.outcome == "answered"
    assert "trong thời hạn 03 tháng" in said.text
    assert said.custom["citations"]


def test_an_applicant_that_nobody_speaks_of_is_admitted(asker):
    assert asker.asks("người nước ngoài", "inform_applicant").response == "utter_unsaid"
