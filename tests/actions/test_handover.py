"""A person is wanted: the reason and the summary that the officer reads."""

import httpx
import pytest

from actions.answer_procedure import ActionAnswerProcedure
from tests.actions.desk import run, services
from tests.actions.word_search import WordSearch

CODE = "H26.19-250701-0012"
PROVED = {"dossier_code": CODE, "proof_token": "token-1", "subject": "dossier"}


def intake(status=200):
    def answer(request):
        body = {"status": 4, "clock": "running", "where": "x"}
        return httpx.Response(status, json=body)

    return answer


def asked(text, intent="request_human", slots=None, intake=None):
    known = services(search=WordSearch(), **({"intake": intake} if intake else {}))
    return run(ActionAnswerProcedure(known), text, intent, slots=slots)


def test_what_was_asked_is_told_in_words(citizen):
    citizen.asks("tách thửa")
    citizen.asks("thế còn phí?", "ask_fee")
    deed = citizen.asks("cho gặp cán bộ", "request_human").custom["deed"]
    assert deed["reason"] == "wish"
    assert deed["summary"][0].startswith("Thủ tục đang hỏi: ")
    assert deed["summary"][1] == "Đã hỏi: Phí, lệ phí"


def test_where_nothing_was_asked_that_is_told():
    assert asked("gặp cán bộ").custom["deed"]["summary"] == ["Chưa hỏi thủ tục nào."]


def test_a_proved_dossier_is_told_with_its_status_and_never_its_proof():
    deed = asked("gặp cán bộ", slots=PROVED, intake=intake()).custom["deed"]
    assert deed["summary"] == [f"Hồ sơ vừa chứng minh: Hồ sơ {CODE}: Đang xử lý"]
    assert "token-1" not in str(deed)


@pytest.mark.parametrize("slots", [{**PROVED, "proof_token": ""}, {**PROVED, "proof_token": None}])
def test_a_dossier_that_was_not_proved_is_not_told(slots):
    assert asked("gặp cán bộ", slots=slots, intake=intake()).custom["deed"]["summary"] == [
        "Chưa hỏi thủ tục nào."
    ]


def test_a_proof_that_has_run_out_tells_nothing():
    deed = asked("gặp cán bộ", slots=PROVED, intake=intake(403)).custom["deed"]
    assert deed["summary"] == ["Chưa hỏi thủ tục nào."]


def test_a_silent_backend_is_admitted():
    deed = asked("gặp cán bộ", slots=PROVED, intake=intake(500)).custom["deed"]
    assert deed["summary"] == [f"Hồ sơ vừa chứng minh: {CODE}, chưa tra được trạng thái"]


def test_a_complaint_has_its_reason_and_the_official_way():
    said = asked("cán bộ hách dịch quá", "complain")
    assert (said.outcome, said.custom["deed"]["reason"]) == ("handover_requested", "complaint")
    assert "dichvucong.gov.vn" in said.text


@pytest.mark.parametrize("text", ["có", "ừ", "vâng ạ", "đồng ý"])
def test_a_yes_to_the_offer_asks_for_a_person_because_of_failures(text):
    said = asked(text, "affirm", slots={"handover": "offered"})
    assert (said.outcome, said.custom["deed"]["reason"]) == ("handover_requested", "failures")


def test_a_yes_without_an_offer_does_not():
    assert "deed" not in asked("có", "affirm").custom


def test_who_waits_already_is_told_so():
    assert asked("gặp cán bộ", slots={"handover": "waiting"}).outcome == "handover_waiting"


def test_the_wish_is_dropped_only_where_there_is_one():
    dropped = asked("thôi không cần gặp cán bộ nữa", "drop_human", slots={"handover": "waiting"})
    assert dropped.custom["deed"] == {"name": "drop_handover"}
    said = asked("thôi không cần gặp cán bộ nữa", "drop_human")
    assert (said.response, said.custom) == ("utter_handover_not_waiting", {})
