"""What is not about a procedure: answered as such only where the engine is surer of it than the search."""

import pytest

from actions.aside import DANGERS, RESPONSES, SMALL_TALK, SURE, SURE_OF_DANGER, SURE_OF_NAMED

HARSH = [
    "out_of_scope_abuse",
    "out_of_scope_medical",
    "out_of_scope_other_person",
    "complain",
    "request_human",
]


@pytest.mark.parametrize("intent", [*HARSH, "restart_conversation"])
def test_a_procedure_that_is_named_outweighs_a_doubtful_intent(citizen, intent):
    assert citizen.asks("tách thửa", intent, SURE_OF_NAMED - 0.01).outcome == "answered"


@pytest.mark.parametrize("intent", sorted(SMALL_TALK))
def test_small_talk_never_outweighs_a_procedure_that_is_named(citizen, intent):
    assert citizen.asks("tách thửa", intent, 1.0).outcome == "answered"


@pytest.mark.parametrize("intent", sorted(DANGERS))
def test_danger_is_heard_early(citizen, intent):
    assert citizen.asks("trời ơi đất hỡi", intent, SURE_OF_DANGER).outcome == "emergency"


@pytest.mark.parametrize("intent", sorted(RESPONSES))
def test_where_nothing_is_found_a_sure_intent_is_answered(citizen, intent):
    assert citizen.asks("trời ơi đất hỡi", intent, SURE).response == RESPONSES[intent]


@pytest.mark.parametrize("intent", HARSH)
def test_where_nothing_is_found_an_unsure_intent_insults_nobody(citizen, intent):
    assert citizen.asks("mua tàu cá", intent, SURE - 0.01).response == "utter_no_source"


def test_a_choice_by_its_own_words_is_no_complaint(citizen):
    citizen.asks("làm sổ đỏ lần đầu")
    assert citizen.asks("tổ chức", "complain", 0.9).outcome == "answered"


def test_small_talk_leaves_the_procedure_in_focus(citizen):
    citizen.asks("tách thửa")
    assert citizen.asks("cảm ơn nhé", "thank").outcome == "smalltalk"
    assert citizen.asks("thế còn phí?", "ask_fee").custom["facets"] == ["fee"]


def test_starting_over_forgets_everything_also_the_proof(citizen):
    citizen.slots = {
        "procedure": "1.000001",
        "choices": ["1.000002"],
        "dossier_code": "H",
        "proof_token": "t",
    }
    assert citizen.asks("làm lại từ đầu", "restart_conversation").response == "utter_restarted"
    assert set(citizen.slots.values()) == {None}


def test_asking_for_a_person_gives_the_hotline(citizen):
    said = citizen.asks("cho gặp cán bộ", "request_human")
    assert said.outcome == "handover_requested"
    assert "18001096" in said.text


@pytest.mark.parametrize("text", ["làm sổ đỏ giả ở đâu", "mua thẻ căn cước giả hết nhiêu"])
def test_a_false_paper_is_declined_with_the_true_way_on(citizen, text):
    said = citizen.asks(text, "ask_place")
    assert (said.response, said.outcome) == ("utter_declined_forgery", "declined_bribery")
    assert "cấp lại" in said.text
    assert "đưa tiền" not in said.text


@pytest.mark.parametrize("text", ["giả sử tách thửa thì sao", "tác giả tách thửa", "tách thửa thật hay giả"])
def test_a_word_that_only_sounds_like_it_is_no_forgery(citizen, text):
    assert citizen.asks(text).outcome == "answered"


@pytest.mark.parametrize("text", ["how much does it cost", "where should I register my house"])
def test_english_is_answered_shortly_in_both_languages(citizen, text):
    said = citizen.asks(text, "out_of_scope_abuse", 0.9)
    assert said.outcome == "declined_language"
    assert "Please write" in said.text
    assert "tiếng Việt" in said.text


def test_a_person_can_be_asked_for_in_english(citizen):
    assert citizen.asks("can I talk to a human please", "request_human", 0.9).outcome == "handover_requested"


def test_danger_weighs_more_than_a_name(citizen):
    assert citizen.asks("tách thửa đuối nước", "emergency", 0.92).outcome == "emergency"
    assert citizen.asks("tách thửa", "emergency", 0.8).outcome == "answered"


def test_who_was_cheated_is_told_where_to_report(citizen):
    said = citizen.asks("bị lừa chuyển khoản", "report_crime", 0.9)
    assert "ngân hàng" in said.text
    assert "công an xã" in said.text


def test_a_dossier_without_a_code_is_asked_for_unless_a_procedure_is_named(citizen):
    assert citizen.asks("hồ sơ của tôi đâu", "check_dossier_status", 0.9).outcome == "clarification_code"
    assert citizen.asks("tách thửa", "check_dossier_status", 0.7).outcome == "answered"
