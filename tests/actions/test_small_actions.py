"""Starting over, and asking for a person."""

from actions.request_human import ActionRequestHuman
from actions.restart_conversation import ActionRestartConversation
from tests.actions.desk import run, services


def test_starting_over_forgets_everything_also_the_proof():
    slots = {"procedure": "1.000001", "choices": ["1.000002"], "dossier_code": "H", "proof_token": "t"}
    said = run(ActionRestartConversation(services()), slots=slots)
    assert said.outcome == "smalltalk"
    assert set(said.slots.values()) == {None}


def test_asking_for_a_person_gives_the_hotline():
    said = run(ActionRequestHuman(services()))
    assert said.outcome == "handover_requested"
    assert "18001096" in said.text
