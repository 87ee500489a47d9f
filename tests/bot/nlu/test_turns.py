"""The door of the engine, as the gateway meets it: real Rasa, a scripted action server."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.world.actions import ScriptedActions
from tests.world.engine import ACTIONS_SECRET, RunningEngine, serve

pytestmark = pytest.mark.engine

ANSWER = {
    "response": "utter_answer",
    "answer": "Đơn theo Mẫu số 21",
    "source": "1.012784",
    "custom": {"procedures": ["1.012784"], "facets": ["documents"]},
    "buttons": [{"title": "Phí", "payload": {"intent": "choose", "entities": {"choice": "1.012784"}}}],
}
FOCUS = {"event": "slot", "name": "procedure", "value": "1.012784"}


def test_a_plain_response_carries_its_name_outcome_and_contact(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script({"response": "utter_declined_bribery"})
    (message,) = engine.turn("đưa bao nhiêu tiền cho cán bộ thì làm nhanh")["messages"]
    assert message["response"] == "utter_declined_bribery"
    assert message["outcome"] == "declined_bribery"
    assert "18001096" in message["text"]
    assert "https://dichvucong.gov.vn" in message["text"]


def test_a_response_of_an_action_carries_name_outcome_data_and_buttons(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script(ANSWER)
    (message,) = engine.turn("tách thửa cần giấy tờ gì")["messages"]
    assert message["text"] == "Đơn theo Mẫu số 21\n\n1.012784"
    assert (message["response"], message["outcome"]) == ("utter_answer", "answered")
    assert message["custom"] == ANSWER["custom"]
    assert message["buttons"] == ANSWER["buttons"]


def test_the_action_server_is_called_with_its_secret_and_without_the_domain(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script(ANSWER)
    engine.turn("tách thửa cần giấy tờ gì")
    assert actions.secrets == [ACTIONS_SECRET]
    assert "domain" not in actions.calls[0]


def test_slots_go_round_and_nothing_is_kept(engine: RunningEngine, actions: ScriptedActions) -> None:
    actions.script(ANSWER, events=(FOCUS,))
    first = engine.turn("tách thửa cần giấy tờ gì", {"failures": 2, "unheard_of": 1})
    assert first["slots"] == {"procedure": "1.012784", "failures": 2}
    actions.script(ANSWER)
    engine.turn("thế còn phí?", first["slots"])
    assert actions.calls[0]["tracker"]["slots"]["procedure"] == "1.012784"
    assert engine.turn("thế còn phí?")["slots"] == {}


def test_the_parse_comes_back_with_the_five_likeliest_intents(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script(ANSWER)
    intent = engine.turn("tách thửa cần giấy tờ gì")["intent"]
    assert intent["name"] == "ask_documents"
    assert intent["ranking"][0] == {"name": "ask_documents", "confidence": intent["confidence"]}
    assert len(intent["ranking"]) == 5


def test_a_payload_is_the_intent_it_names_with_its_entities(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script(ANSWER)
    answer = engine.turn({"intent": "choose", "entities": {"choice": "1.012784", "facet": "fee"}})
    assert answer["intent"]["name"] == "choose"
    heard = actions.calls[0]["tracker"]["latest_message"]["entities"]
    assert [(e["entity"], e["value"]) for e in heard] == [("choice", "1.012784"), ("facet", "fee")]


@pytest.mark.parametrize(
    "text", ["H26.19-250701-0012", "mã là h26.19 – 250701 – 0012", "hs H26.19-250701-0012 cần gì"]
)
def test_a_dossier_code_is_read_and_decides(
    engine: RunningEngine, actions: ScriptedActions, text: str
) -> None:
    actions.script(ANSWER)
    answer = engine.turn(text)
    assert answer["entities"] == [{"entity": "dossier_code", "value": "H26.19-250701-0012"}]
    assert answer["intent"]["name"] == "check_dossier_status"
    assert actions.calls[0]["next_action"] == "action_answer_procedure"


def test_a_bribe_for_a_dossier_stays_a_bribe(engine: RunningEngine, actions: ScriptedActions) -> None:
    actions.script(ANSWER)
    answer = engine.turn("hồ sơ H26.19-250701-0012 đưa phong bì bao nhiêu tiền cho cán bộ thì làm nhanh")
    assert answer["intent"]["name"] == "out_of_scope_bribery"


def test_without_the_secret_nothing_is_said(engine: RunningEngine) -> None:
    for secret in ("", "wrong", "engine-secre", "engine-secret2"):
        response = engine.post({"conversation": "c", "text": "chào bạn"}, secret=secret)
        assert response.status_code == 403
        assert response.json() == {"error": "forbidden"}


BAD_BODIES = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe",
    b"[" * 100_000,
    {},
    {"conversation": "c"},
    {"text": "chào"},
    {"conversation": "", "text": "chào"},
    {"conversation": 7, "text": "chào"},
    {"conversation": "c", "text": None},
    {"conversation": "c", "text": ["chào"]},
    {"conversation": "c", "text": "chào", "payload": {"intent": "greet"}},
    {"conversation": "c", "text": "chào", "slots": []},
    {"conversation": "c", "payload": "greet"},
    {"conversation": "c", "payload": {"intent": ["greet"]}},
    {"conversation": "c", "payload": {"intent": "unheard_of"}},
    {"conversation": "c", "payload": {"intent": "restart"}},
    {"conversation": "c", "payload": {"intent": "session_start"}},
    {"conversation": "c", "payload": {"intent": "greet", "entities": []}},
]


@pytest.mark.parametrize("body", BAD_BODIES, ids=lambda body: str(body)[:60])
def test_what_is_no_turn_gets_400_that_says_why(engine: RunningEngine, body: object) -> None:
    response = engine.post(body)
    assert response.status_code == 400
    assert response.json()["error"]


def test_there_is_no_other_door(engine: RunningEngine) -> None:
    base = str(engine.http.base_url).removesuffix("/webhooks/turn/")
    for path in ("/webhooks/rest/webhook", "/model/parse", "/domain", "/conversations/c/tracker", "/"):
        assert engine.http.post(base + path, json={}).status_code == 404


def test_a_failing_action_is_admitted_and_the_slots_stay(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script(events=(FOCUS,), status=500)
    answer = engine.turn("tách thửa cần giấy tờ gì", {"facets": ["fee"]})
    assert (answer["messages"], answer["failed"], answer["slots"]) == ([], "actions", {"facets": ["fee"]})
    assert answer["intent"]["name"] == "ask_documents"


def test_an_action_that_says_nothing_has_failed(engine: RunningEngine, actions: ScriptedActions) -> None:
    actions.script(events=(FOCUS,))
    answer = engine.turn("tách thửa cần giấy tờ gì")
    assert (answer["messages"], answer["failed"], answer["slots"]) == ([], "actions", {})


def test_a_slow_action_is_given_up_in_time_and_does_not_hold_others(
    engine: RunningEngine, actions: ScriptedActions
) -> None:
    actions.script(ANSWER, seconds=4, quick_for="d")
    began = time.monotonic()
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(engine.turn, "tách thửa cần giấy tờ gì")
        time.sleep(0.2)
        other = engine.post({"conversation": "d", "text": "chào bạn"}).json()
        other_took = time.monotonic() - began
    assert slow.result()["failed"] == "actions"
    assert time.monotonic() - began < 3
    assert other["messages"][0]["outcome"] == "answered"
    assert other_took < 1.2


def test_an_action_server_that_is_away_is_admitted_at_once(engine_state: Path) -> None:
    with serve(engine_state, "http://127.0.0.1:9/webhook") as engine:
        began = time.monotonic()
        assert engine.turn("tách thửa cần giấy tờ gì")["failed"] == "actions"
        assert time.monotonic() - began < 2


def test_nothing_that_was_typed_reaches_the_log(engine: RunningEngine, actions: ScriptedActions) -> None:
    actions.script(status=500)
    engine.turn('/xylophone{"a": "cembalo"} /xylophone tách thửa')
    engine.post({"conversation": "c", "text": ["xylophone"]})
    assert "xylophone" not in engine.log.read_text("utf-8")
    assert "cembalo" not in engine.log.read_text("utf-8")


def test_the_engine_stops_promptly_when_told(engine_state: Path, actions: ScriptedActions) -> None:
    with serve(engine_state, actions.url) as engine:
        engine.process.terminate()
        began = time.monotonic()
        assert engine.process.wait(10) == 0
        assert time.monotonic() - began < 3
