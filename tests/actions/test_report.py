"""A citizen says that a fact is wrong: a report of what was told, unless it corrects what was asked."""

import pytest

INTENT = "report_wrong_info"


def test_what_was_told_last_is_reported_and_stays_in_focus(citizen):
    citizen.asks("tách thửa")
    citizen.asks("thế còn phí?", "ask_fee")
    said = citizen.asks("sai rồi, phường thu 50 nghìn chứ không phải 20", INTENT, 0.8)
    assert (said.response, said.outcome) == ("utter_report_noted", "smalltalk")
    assert said.custom["deed"] == {"name": "report"}
    assert said.custom["facets"] == ["fee"]
    assert "phí, lệ phí" in said.text
    assert "18001096" in said.text
    assert "Nguồn" in said.text
    assert citizen.asks("thế còn thời hạn?", "ask_time").custom["facets"] == ["time"]


def test_a_side_that_the_report_names_is_the_one_reported(citizen):
    citizen.asks("tách thửa cần giấy tờ gì", "ask_documents")
    assert citizen.asks("phí này sai rồi", INTENT, 0.8).custom["facets"] == ["fee"]


def test_where_nothing_was_told_it_is_asked_what_is_meant(citizen):
    said = citizen.asks("thông tin này sai", INTENT, 0.95)
    assert (said.response, said.outcome) == ("utter_report_what", "clarification_procedure")
    assert "deed" not in said.custom


def test_where_nothing_was_told_a_doubtful_one_is_searched_for(citizen):
    assert citizen.asks("tách thửa", INTENT, 0.8).outcome == "answered"


@pytest.mark.parametrize("text", ["sai rồi", "sai", "không phải", "nhầm rồi"])
def test_a_bare_no_is_an_answer_and_no_report(citizen, text):
    citizen.asks("tách thửa")
    assert "deed" not in citizen.asks(text, INTENT, 0.99).custom


@pytest.mark.parametrize(
    "text", ["sai rồi, ý tôi là tách thửa", "sai, ý mình là tách thửa", "không đúng, tôi hỏi là tách thửa"]
)
def test_a_correction_is_followed_and_no_report(citizen, text):
    citizen.asks("làm sổ đỏ lần đầu")
    said = citizen.asks(text, INTENT, 0.99)
    assert said.outcome == "answered"
    assert "deed" not in said.custom


def test_a_no_to_a_choice_is_no_report(citizen):
    citizen.asks("làm sổ đỏ lần đầu")
    assert "deed" not in citizen.asks("sai rồi, không cái nào đúng", "deny", 0.9).custom


def test_what_was_told_of_a_dossier_is_not_ours_to_mend(citizen):
    citizen.slots = {"subject": "dossier", "dossier_code": "H26.19-250701-0012"}
    said = citizen.asks("thông tin này sai", INTENT, 0.95)
    assert said.response == "utter_report_of_dossier"
    assert "deed" not in said.custom
