"""What says nothing never becomes a confident intent, and a bare yes commits to nothing."""

from __future__ import annotations

import pytest

from tests.world.actions import ScriptedActions
from tests.world.engine import RunningEngine

pytestmark = pytest.mark.engine

SAYS_NOTHING = [
    "", "   ", "😀🔥", "مرحبا كيف حالك", "你好，我想办护照", "Здравствуйте", "zxqw vbnmk", "000001",
    "0987654321", "????",
]  # fmt: skip
YES = [
    "có", "vâng", "vâng ạ", "dạ", "ừ", "uh", "ok", "OK", "oke", "okie", "yes", "Yes!", "đúng", "đúng rồi", "dung roi",
    "được", "dc", "đồng ý", "dong y", "xác nhận", "phải", "chuẩn", "vang", "da", "co", "ddungs rooif", "vaaang",
    "👍 ok",
]  # fmt: skip
KEPT = {"procedure": "1.012784", "facets": ["documents"], "failures": 1}


@pytest.mark.parametrize("text", SAYS_NOTHING, ids=ascii)
def test_a_text_without_a_known_word_is_not_understood(
    engine: RunningEngine, actions: ScriptedActions, text: str
) -> None:
    actions.script({"response": "utter_not_understood"})
    intent = engine.turn(text)["intent"]
    assert intent["name"] == "nlu_fallback"
    assert all(one["name"] == "nlu_fallback" for one in intent["ranking"])


@pytest.mark.parametrize("text", YES, ids=ascii)
def test_a_bare_yes_reaches_nothing_but_the_action_that_answers(
    engine: RunningEngine, actions: ScriptedActions, text: str
) -> None:
    actions.script({"response": "utter_not_understood"})
    answer = engine.turn(text, KEPT)
    assert {call["next_action"] for call in actions.calls} <= {"action_answer_procedure"}
    assert answer["slots"] == KEPT
    assert answer["entities"] == []
