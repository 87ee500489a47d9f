"""A mistake in what maintainers edit is named with its file, its line and how to mend it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checks.nlu import check_nlu
from bot.checks.responses import check_responses
from tests.world.engine import ROOT

GREET = "nlu_data/intents/smalltalk/greet.yml"
TWIN = "tests/utterances/smalltalk/greet.yml"
RULES = "nlu_data/rules/smalltalk.yml"
PROCEDURES = "nlu_data/rules/procedures.yml"
SMALLTALK = "nlu_data/domain/responses/smalltalk.yml"
GOODBYE = "Chào bạn. Chúc việc của bạn xong sớm."
SAME = "is the same to the engine as "
TWICE = " is there already"
NO_OUTCOME = "utter_greeting has no outcome"

Edit = Callable[[str], str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "nlu_data", tmp_path / "nlu_data")
    shutil.copytree(ROOT / "tests/utterances", tmp_path / "tests/utterances")
    return tmp_path


def found(root: Path) -> list[str]:
    return [str(finding) for finding in [*check_nlu(root), *check_responses(root)]]


def edit(root: Path, file: str, change: Edit) -> None:
    path = root / file
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def replace(old: str, new: str) -> Edit:
    return lambda text: text.replace(old, new, 1)


def line_of(root: Path, file: str, part: str) -> int:
    lines = (root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if part in line)


def test_the_projects_own_files_have_no_mistake() -> None:
    assert found(ROOT) == []


@pytest.mark.parametrize(
    ("file", "change", "at", "says"),
    [
        (GREET, replace("- xin chào\n", "xin chào\n"), "xin chào", "this line is no example"),
        (GREET, replace("- xin chào\n", "- cảm ơn bạn\n"), None, SAME + GREET),
        (GREET, replace("intent: greet", "intent: greeting"), "intent:", "rename the file"),
        (GREET, lambda text: text + "  - intent: other\n    examples: |\n      - gì đó\n", None, "2 intents"),
        (GREET, lambda _: "nlu: [", None, "no YAML"),
        (GREET, lambda text: "\n".join(text.splitlines()[:8]), None, "4 examples"),
        (TWIN, lambda text: "\n".join(text.splitlines()[:5]), None, "3 utterances"),
        (TWIN, replace('- "hi em"', '- "XIN CHAO"'), "XIN CHAO", SAME + GREET),
        (PROCEDURES, replace("action: action_answer_", "action: action_ask_"), "action_ask_", "no action or response"),
        (RULES, replace("intent: thank", "intent: thanks"), "intent: thanks", "no intent thanks"),
        (RULES, replace("intent: thank", "intent: greet"), None, "a rule for the intent greet" + TWICE),
        (SMALLTALK, replace("metadata: {outcome: smalltalk}", "metadata: {}"), None, NO_OUTCOME),
        (SMALLTALK, replace(GOODBYE, '""'), None, "utter_goodbye says nothing"),
        (SMALLTALK, replace("outcome: smalltalk", "outcome: chitchat"), None, NO_OUTCOME),
        (SMALLTALK, replace("utter_help:", "utter_restarted:"), None, "a response utter_restarted" + TWICE),
    ],
)  # fmt: skip
def test_a_mistake_is_named_where_it_is(
    copy: Path, file: str, change: Edit, at: str | None, says: str
) -> None:
    edit(copy, file, change)
    findings = [finding for finding in found(copy) if says in finding]
    assert findings
    if at:
        assert f"{file}:{line_of(copy, file, at)}: " in findings[0]


def test_an_intent_without_a_twin_rule_or_place_in_the_domain_is_named(copy: Path) -> None:
    (copy / GREET).rename(copy / "nlu_data/intents/smalltalk/wave.yml")
    edit(copy, "nlu_data/intents/smalltalk/wave.yml", replace("intent: greet", "intent: wave"))
    findings = "\n".join(found(copy))
    assert "there is no tests/utterances/smalltalk/wave.yml" in findings
    assert "there is no intent wave" in findings
    assert "there is no intent file for greet" in findings
    assert "its intent file is gone" in findings


def test_a_response_file_that_cannot_be_read_is_a_finding(copy: Path) -> None:
    (copy / SMALLTALK).write_bytes(b"\xff\xfe")
    assert [finding for finding in found(copy) if finding.startswith(f"{SMALLTALK}:1: ")]
