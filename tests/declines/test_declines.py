"""Texts beside procedures through the whole stack over the curated base: what is told wrongly, what is sent away.

``*_out_of_scope.yml`` hold groups of texts with the outcomes that are right for them, ``*_in_scope.yml`` questions that
must not be declined. What they count over the whole catalogue is in docs/decisions/0026-declines.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent
SETS = ("first", "second")
AT_ONCE = 8
FALSE_AT_MOST, RIGHT_AT_LEAST, SENT_AWAY_AT_MOST = 0.04, 0.7, 0.1
"""Shares of a set: answered with a procedure, ended as it should; of the questions, declined."""


def read(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


def answers(texts: Sequence[str], stack: Any) -> list[dict[str, Any]]:
    """Ask each text in a conversation of its own, some at once."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda text: stack.conversation().ask(text), texts))


def kind_of(answer: dict[str, Any], right: list[str]) -> str:
    outcome: str = answer["outcome"]
    if outcome in right:
        return "right"
    if outcome == "answered":
        return "false"
    return "offered" if answer["procedures"] else "other"


def is_sent_away(answer: dict[str, Any]) -> bool:
    outcome: str = answer["outcome"]
    is_beside = outcome.startswith(("declined", "smalltalk", "emergency", "handover"))
    return is_beside or outcome == "unanswerable_out_of_scope"


@pytest.mark.stack
@pytest.mark.parametrize("name", SETS)
def test_hardly_any_text_beside_procedures_is_answered_with_one(name: str, stack: Any) -> None:
    wanted = [(text, group["outcome"]) for group in read(f"{name}_out_of_scope") for text in group["texts"]]
    heard = answers([text for text, _ in wanted], stack)
    kinds = {text: kind_of(answer, right) for (text, right), answer in zip(wanted, heard, strict=True)}
    counts = Counter(kinds.values())
    told = [text for text, kind in kinds.items() if kind == "false"]
    assert counts["false"] <= FALSE_AT_MOST * len(kinds), told
    assert counts["right"] >= RIGHT_AT_LEAST * len(kinds), [t for t, kind in kinds.items() if kind != "right"]


@pytest.mark.stack
@pytest.mark.parametrize("name", SETS)
def test_hardly_any_question_of_an_office_is_sent_away(name: str, stack: Any) -> None:
    questions = read(f"{name}_in_scope")
    heard = answers(questions, stack)
    away = [text for text, answer in zip(questions, heard, strict=True) if is_sent_away(answer)]
    assert len(away) <= SENT_AWAY_AT_MOST * len(questions), away


@pytest.mark.parametrize("kind", ["out_of_scope", "in_scope"])
def test_no_text_is_in_two_sets(kind: str) -> None:
    texts = [text for name in SETS for entry in read(f"{name}_{kind}") for text in _texts(entry)]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def _texts(entry: Any) -> list[str]:
    return [entry] if isinstance(entry, str) else list(entry["texts"])
