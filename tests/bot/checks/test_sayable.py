"""A slip of the keyboard in what is said is found before anybody hears it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checks.data_files import check_data_files
from bot.checks.everything import check_sayable
from bot.checks.nlu import check_nlu, check_trainable
from tests.bot.checks.test_nlu import edit, line_of, replace
from tests.world.engine import ROOT

FEES = "nlu_data/phrases/fees.yml"
FAULTS = "nlu_data/domain/responses/faults.yml"
PROBLEMS = "bot/api/problems.yml"
MADE_UP = "intake/made_up.yml"
CONFIG = "config.yml"
GREET = "nlu_data/intents/smalltalk/greet.yml"

Edit = Callable[[str], str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("nlu_data", "tests/utterances"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in (PROBLEMS, MADE_UP, CONFIG):
        (tmp_path / file).parent.mkdir(exist_ok=True, parents=True)
        shutil.copyfile(ROOT / file, tmp_path / file)
    return tmp_path


def found(root: Path) -> list[str]:
    return [str(finding) for finding in check_sayable(root)]


def test_the_projects_own_wording_has_no_mistake() -> None:
    assert found(ROOT) == []


@pytest.mark.parametrize(
    ("file", "change", "at", "says"),
    [
        (FEES, replace("{number} USD", "{numbre} USD"), "{numbre}", "money_usd holds {numbre}, but actions/"),
        (FEES, replace("{number} USD", "{number USD"), "{number USD", "money_usd cannot be filled in"),
        (FEES, replace("{number} USD", "{number.real} USD"), "{number.real}", "money_usd holds {number.real}"),
        (FEES, replace("money_usd:", "money_usdd:"), "money_usdd", "nothing says money_usdd"),
        (FEES, replace("money_usd:", "money_usdd:"), None, "there is no money_usd, which actions/fees.py:"),
        (FEES, replace("unset_words: [khong quy dinh]", "unset_words: x"), "unset_words: x", "not a list of words"),
        (FEES, lambda text: text + "\nbroken: [", None, "no YAML"),
        (FAULTS, replace("gọi {hotline} hoặc", "gọi {hotlin} hoặc"), "{hotlin}", "holds {hotlin}, which nothing"),
        (FAULTS, replace("{limit} ký tự", "{limt} ký tự"), "{limt}", "utter_message_too_long holds {limt}"),
        (FAULTS, replace("utter_overloaded:", "utter_overladen:"), None, "nothing says utter_overladen"),
        (FAULTS, replace("utter_overloaded:", "utter_overladen:"), None, "no response utter_overloaded, which"),
        (PROBLEMS, replace("status: 422", "status: many"), None, "wrong_shape has no status"),
        (PROBLEMS, replace("bad_json:", "bad_jason:"), None, "there is no bad_json, which bot/api/problem.py:"),
        (PROBLEMS, replace("gọi {hotline}", "gọi {hotlin}"), "{hotlin}", "too_many holds {hotlin}"),
        (PROBLEMS, replace("outcome: error_overloaded", "outcome: error_x"), "error_x", "no outcome of the closed"),
        (PROBLEMS, lambda text: text + "\n: [", None, "no YAML"),
        (MADE_UP, replace("status: 3", "status: 99"), "status: 99", "'99' is no status"),
        (MADE_UP, replace("where:", "whereabouts:"), "whereabouts", "no field 'whereabouts'"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_where_it_is(
    copy: Path, file: str, change: Edit, at: str | None, says: str
) -> None:
    edit(copy, file, change)
    findings = [finding for finding in found(copy) if says in finding]
    assert findings, found(copy)
    if at:
        assert findings[0].startswith(f"{file}:{line_of(copy, file, at)}: ")


def test_a_file_of_responses_that_is_gone_is_missed(copy: Path) -> None:
    (copy / FAULTS).unlink()
    findings = "\n".join(found(copy))
    assert "office/wording.py:" in findings
    assert "there is no response utter_engine_down" in findings


def test_a_second_wording_is_refused(copy: Path) -> None:
    edit(copy, FAULTS, replace("  utter_actions_down:", '    - text: "x"\n\n  utter_actions_down:'))
    assert any("utter_engine_down has 2 wordings" in finding for finding in found(copy))


def test_an_official_status_without_a_sentence_is_missed(copy: Path) -> None:
    edit(
        copy, "nlu_data/domain/responses/dossiers.yml", replace("utter_dossier_status_7:", "utter_status_7:")
    )
    assert any("no response utter_dossier_status_7," in finding for finding in found(copy))


@pytest.mark.parametrize("old", ["FoldedIntentClassifier", "name: FallbackClassifier", "name: RulePolicy"])
def test_a_misspelt_component_is_named_with_its_line(copy: Path, old: str) -> None:
    (copy / "bot").mkdir(exist_ok=True)
    for link in ("bot/nlu", ".venv-engine"):
        (copy / link).symlink_to(ROOT / link)
    edit(copy, CONFIG, replace(old, f"{old}x"))
    (finding,) = (str(finding) for finding in check_trainable(copy) if finding.file == CONFIG)
    assert finding.startswith(f"{CONFIG}:{line_of(copy, CONFIG, old)}: there is no component")


def test_few_examples_are_a_finding_but_keep_nobody_from_training(copy: Path) -> None:
    edit(copy, GREET, lambda text: "\n".join(text.splitlines()[:8]))
    assert any("4 examples" in str(finding) for finding in check_nlu(copy))
    assert not any("4 examples" in str(finding) for finding in check_trainable(copy))


def test_a_broken_file_of_words_is_named(tmp_path: Path) -> None:
    (tmp_path / "knowledge_base").mkdir()
    (tmp_path / "knowledge_base" / "words.yml").write_text("a: [", "utf-8")
    assert next(str(finding) for finding in check_data_files(tmp_path)).startswith(
        "knowledge_base/words.yml:"
    )
