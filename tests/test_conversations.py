"""Golden conversations: what is said, what must come back, through the whole stack.

A turn says ``citizen`` (a text), ``citizen_repeats`` and ``times`` (a long one), or ``proof_of`` (the made-up
dossier whose look-up key is typed). What must come back:

``outcome`` one, or a list of which one · ``outcome_not`` · ``shows`` the first procedure · ``offers`` some of the
procedures · ``procedures`` all of them · ``shows_choice`` the n-th procedure that the turn before offered ·
``facet`` · ``dossier_codes`` · ``says`` and ``never`` parts of the text · ``not_intent`` ·
``remember`` the text under a name · ``same_as`` a remembered text. ``before: restart_engine`` comes first.

A conversation with ``needs: communes`` is skipped where the set-up could not make the table of communes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge_base.gazetteer.errors import GazetteerError
from knowledge_base.gazetteer.source import read_source
from knowledge_base.gazetteer.table import read_table
from office.settings import settings

ROOT = Path(__file__).parent
MADE_UP = yaml.safe_load((ROOT.parent / "intake" / "made_up.yml").read_text("utf-8"))["dossiers"]
KEYS = {dossier["code"]: str(dossier["lookup_key"]) for dossier in MADE_UP}
CONVERSATIONS = [
    pytest.param(conversation, id=f"{file.stem}: {conversation['title']}")
    for file in sorted((ROOT / "conversations").glob("*.yml"))
    for conversation in yaml.safe_load(file.read_text("utf-8"))
]


def said_by(turn: dict[str, Any]) -> str:
    if "proof_of" in turn:
        return KEYS[turn["proof_of"]]
    return turn["citizen_repeats"] * turn["times"] if "citizen_repeats" in turn else turn["citizen"]


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def misses(
    turn: dict[str, Any], answer: dict[str, Any], offered: list[str], remembered: dict[str, str]
) -> list[str]:
    """Name every expectation of the turn that the answer does not meet."""
    text, procedures = answer["text"], answer["procedures"]
    first = procedures[:1]
    checks = {
        "outcome": lambda wanted: answer["outcome"] in as_list(wanted),
        "outcome_not": lambda unwanted: answer["outcome"] not in as_list(unwanted),
        "shows": lambda code: first == [code],
        "offers": lambda codes: set(codes) <= set(procedures),
        "procedures": lambda codes: procedures == codes,
        "shows_choice": lambda number: first == offered[number - 1 : number],
        "facet": lambda facet: answer["facet"] == facet,
        "dossier_codes": lambda codes: answer["dossier_codes"] == codes,
        "says": lambda parts: all(part in text for part in parts),
        "never": lambda parts: not any(part in text for part in parts),
        "not_intent": lambda intent: answer["intent"] != intent,
        "same_as": lambda name: text == remembered[name],
    }
    return [f"{key}: {turn[key]}" for key, holds in checks.items() if key in turn and not holds(turn[key])]


def skip_without_communes() -> None:
    try:
        read_table(settings().communes_table, read_source())
    except GazetteerError as error:
        pytest.skip(f"{error} make setup")


@pytest.mark.stack
@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_the_assistant_answers_as_written(conversation: dict[str, Any], stack: Any) -> None:
    if conversation.get("needs") == "communes":
        skip_without_communes()
    talk = stack.conversation()
    offered: list[str] = []
    remembered: dict[str, str] = {}
    for turn in conversation["turns"]:
        if turn.get("before") == "restart_engine":
            stack.restart("engine")
        answer = talk.ask(said_by(turn))
        assert answer["text"].strip(), "never silence"
        assert not misses(turn, answer, offered, remembered), answer
        offered = answer["procedures"]
        if "remember" in turn:
            remembered[turn["remember"]] = answer["text"]
