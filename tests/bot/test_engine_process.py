"""Training and starting the engine from outside."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.engine_process import (
    MAKES_THE_MODEL,
    Door,
    model_fingerprint,
    model_path,
    run_command,
    train_command,
)
from tests.world.engine import ROOT

DOOR = Door(
    port=18630,
    secret="a-secret",
    actions_url="http://127.0.0.1:18620/webhook",
    actions_secret="another-secret",
    actions_timeout_seconds=5.0,
    hotline="18001096",
    portal_url="https://dichvucong.gov.vn",
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The files that make a model, to be changed at will."""
    for name in MAKES_THE_MODEL:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    return tmp_path


def test_the_same_files_make_the_same_model(copy: Path) -> None:
    assert model_fingerprint(copy) == model_fingerprint(ROOT)


@pytest.mark.parametrize(
    "changed",
    [
        "config.yml",
        "nlu_data/intents/smalltalk/greet.yml",
        "nlu_data/domain/responses/smalltalk.yml",
        "nlu_data/rules/people.yml",
        "bot/nlu/intent_model.py",
        "office/dossier_code.py",
    ],
)
def test_a_change_asks_for_a_new_model(copy: Path, changed: str) -> None:
    with (copy / changed).open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    assert model_path(copy, copy) != model_path(ROOT, copy)


def test_a_new_or_removed_file_asks_for_a_new_model(copy: Path) -> None:
    (copy / "nlu_data/intents/smalltalk/thank.yml").rename(copy / "nlu_data/intents/smalltalk/thanks.yml")
    assert model_fingerprint(copy) != model_fingerprint(ROOT)


def test_other_files_ask_for_nothing(copy: Path) -> None:
    (copy / "bot/nlu/__pycache__").mkdir(exist_ok=True)
    (copy / "bot/nlu/__pycache__/serve.cpython-311.pyc").write_bytes(b"")
    (copy / "README.md").write_text("changed", "utf-8")
    assert model_fingerprint(copy) == model_fingerprint(ROOT)


def test_secrets_are_never_arguments_and_the_cache_stays_in_the_state_folder(tmp_path: Path) -> None:
    command = run_command(ROOT, tmp_path, DOOR)
    assert not {"a-secret", "another-secret"} & set(command.argv)
    assert command.env["MOTCUA_ENGINE_SECRET"] == "a-secret"
    assert Path(command.env["RASA_CACHE_DIRECTORY"]).is_relative_to(tmp_path)
    assert command.env["RASA_TELEMETRY_ENABLED"] == "false"


@pytest.mark.engine
def test_the_engine_does_not_serve_without_its_model(tmp_path: Path) -> None:
    command = run_command(ROOT, tmp_path, DOOR)
    done = subprocess.run(command.argv, cwd=command.cwd, env=command.env, capture_output=True, timeout=60)
    assert done.returncode != 0
    assert b"motcua-" in done.stderr


@pytest.mark.engine
def test_a_broken_intent_file_ends_training_without_a_model(copy: Path, tmp_path: Path) -> None:
    (copy / ".venv-engine").symlink_to(ROOT / ".venv-engine")
    for package in ("bot", "office", "knowledge_base"):
        (copy / package / "__init__.py").touch()
    (copy / "nlu_data/intents/smalltalk/greet.yml").write_text("nlu: [", "utf-8")
    command = train_command(copy, tmp_path)
    done = subprocess.run(command.argv, cwd=command.cwd, env=command.env, capture_output=True, timeout=120)
    assert done.returncode != 0
    assert not list((tmp_path / "models").glob("*"))
