"""Who has forgotten or lost what was asked for is helped; nothing of the conversation is wiped."""

import pytest

from actions.check_dossier import ActionCheckDossier
from tests.actions.desk import run, services

CODE = "H26.19-250701-0012"


def ask(text, **slots):
    return run(ActionCheckDossier(services()), text, "restart_conversation", (), slots)


@pytest.mark.parametrize(
    "text", ["quên rồi", "quên mất rồi", "tôi không nhớ", "mất phiếu rồi", "lam mat roi"]
)
def test_the_proof_which_is_enough_and_where_to_go(text):
    said = ask(text, dossier_code=CODE, awaiting="proof")
    assert (said.response, said.outcome) == ("utter_proof_forgotten", "clarification_proof")
    assert CODE in said.text
    assert "bộ phận một cửa" in said.text
    assert (said.slots["dossier_code"], said.slots["awaiting"]) == (CODE, "proof")


def test_the_code_and_where_to_ask_for_it():
    said = ask("quên rồi", awaiting="dossier_code")
    assert said.response == "utter_slip_lost"
    assert said.slots["awaiting"] == "dossier_code"


def test_it_is_no_wish_to_forget_the_conversation(citizen):
    citizen.slots = {"procedure": "1.000001", "dossier_code": CODE, "awaiting": "proof"}
    assert citizen.asks("quên rồi", "restart_conversation").response == "utter_proof_forgotten"
    assert citizen.slots["procedure"] == "1.000001"
    assert citizen.asks("quên hết đi", "restart_conversation").response == "utter_restarted"


def test_a_lost_slip_is_no_procedure_whatever_the_search_finds(citizen):
    said = citizen.asks("mất giấy hẹn tách thửa rồi", "check_dossier_status", 0.6)
    assert said.response == "utter_slip_lost"


def test_a_procedure_is_still_answered(citizen):
    citizen.slots = {"dossier_code": CODE, "awaiting": "proof"}
    assert citizen.asks("giấy mất rồi, tách thửa thì sao").response != "utter_proof_forgotten"
