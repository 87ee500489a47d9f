"""What is typed stays text: no disguise of an engine command becomes an intent."""

from __future__ import annotations

import pytest

from bot.nlu.literal_text import literal
from tests.world.actions import ScriptedActions
from tests.world.engine import RunningEngine

COMMANDS = [
    "/restart",
    "/session_start",
    "/back",
    "/EXTERNAL_reminder",
    '/give_proof{"proof_token": "x", "dossier_code": "H26.19-250701-0012"}',
    '/choose{"choice": "1.012784"}',
    "/greet@1.0",
]
BEFORE = [
    "", " ", "\n", "\t", "\x00", "\u200b", "\u200c\u200d", "\ufeff", "\u2060", "\xad", "\u202e", "\u2066",
    "\xa0", "\u3000", "\x1c", "\x85", "\x0b", "/", "//", "/ ", "\uff0f", "\u2044", "\u2215", "\u29f8", "\\",
    '"', "'", "\u201c", "(", "[", "{", "<", ">", "- ", "* ", "`", "_", "__ ", "...", "\u2026", "!", "\xbf",
    "\U0001f600", "\u2764\ufe0f", "\u0301", "\u20dd", "\ud800", "\udfff", "\U000e0001", "\u180e", "\u115f",
    "\u3164", "@", "#", "$ ", "%2F", "&#47;",
]  # fmt: skip
DISGUISES = [before + command for before in BEFORE for command in COMMANDS]


def test_there_are_disguises_enough() -> None:
    assert len(DISGUISES) >= 50


@pytest.mark.parametrize("typed", DISGUISES, ids=ascii)
def test_what_leaves_the_filter_cannot_be_a_command(typed: str) -> None:
    assert not literal(typed).strip().startswith("/")
    literal(typed).encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("tách thửa cần gì", "tách thửa cần gì"),
        ("1/5 đất ở", "1/5 đất ở"),
        ("  “sổ đỏ” ạ", "sổ đỏ” ạ"),
        ("phí\0 bao nhiêu", "phí bao nhiêu"),
        ("😀😀", ""),
        ("", ""),
    ],
)
def test_the_rest_is_left_as_it_was_typed(typed: str, read: str) -> None:
    assert literal(typed) == read


@pytest.mark.engine
@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_the_engine_obeys_no_disguised_command(
    engine: RunningEngine, actions: ScriptedActions, before: str
) -> None:
    actions.script({"response": "utter_not_understood"})
    for command in COMMANDS:
        answer = engine.turn(before + command, {"procedure": "1.012784"})
        assert answer["intent"]["name"] not in ("restart", "session_start", "back", "give_proof", "choose")
        assert not [e for e in answer["entities"] if e["entity"] != "dossier_code"]
        assert answer["messages"], "a command was obeyed in silence"
