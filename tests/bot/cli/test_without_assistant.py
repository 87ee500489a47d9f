"""Commands that need no running assistant."""

import json
import os
import subprocess
import sys

import pytest

from bot.cli.exit_codes import MEANING
from bot.engine_process import model_path
from tests.bot.cli.conftest import run_motcua
from tests.world.engine import ROOT

HEAVY = ("fastapi", "httpx", "rich.progress", "psycopg", "sqlalchemy", "bot.supervisor.supervisor")


def test_help_names_every_exit_status(motcua):
    shown = " ".join(motcua("--help").stdout.split())
    for code in MEANING:
        assert f"{int(code)} {MEANING[code]}".split(",")[0] in shown


def test_help_loads_nothing_heavy():
    code = f"import sys, bot.cli.main; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", [["serve"], ["ask", "x"], ["train"], ["doctor"], ["version"]])
def test_a_setting_that_cannot_be_is_named_in_one_line(command, motcua, monkeypatch):
    monkeypatch.setenv("MOTCUA_GATEWAY_PORT", "door")
    done = motcua(*command)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "MOTCUA_GATEWAY_PORT" in done.stderr


def test_search_shows_verdict_and_scores(motcua):
    found = json.loads(motcua("kb", "search", "--json", "tach thua dat").stdout)
    assert found["verdict"] in ("clear", "several")
    assert found["candidates"][0]["parts"]
    plain = motcua("kb", "search", "tach thua dat").stdout.splitlines()
    assert found["candidates"][0]["code"] in plain[1]


def test_the_project_as_it_is_has_no_findings(motcua):
    done = motcua("check", "--json")
    assert json.loads(done.stdout) == {"findings": []}
    assert done.returncode == 0


def test_versions_of_what_is_not_made_yet_are_missing(motcua):
    found = json.loads(motcua("version", "--json").stdout)
    assert found["motcua"]
    assert found["model"] is None
    assert found["snapshot"] is None


def test_the_doctor_says_what_mends_each_trouble(motcua):
    done = motcua("doctor", "--json")
    mends = {trouble["mend"] for trouble in json.loads(done.stdout)["troubles"]}
    assert "motcua train" in mends
    assert done.returncode == 1


def test_a_file_that_is_not_there_is_named_and_nothing_is_started(motcua, tmp_path):
    done = motcua("replay", str(tmp_path / "none.jsonl"), str(tmp_path / "out.jsonl"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "none.jsonl" in done.stderr
    done = motcua("intake", "load", str(tmp_path / "none.yml"))
    assert done.returncode == 1
    assert "none.yml" in done.stderr
    assert not list(tmp_path.glob("*.lock"))


@pytest.mark.parametrize(
    ("line", "says"),
    [("[]", "line 2 is not an object"), ("nonsense", "line 2 is not JSON"), ("{}", "no text")],
)
def test_a_file_without_one_question_is_a_wrong_input_and_starts_nothing(motcua, tmp_path, line, says):
    source = tmp_path / "in.jsonl"
    source.write_text(f"\n{line}\n", "utf-8")
    done = motcua("replay", str(source), str(tmp_path / "out.jsonl"))
    assert done.returncode == 1
    assert f"{source}: line 2" in done.stderr
    assert says in done.stderr
    assert not list(tmp_path.glob("*.lock"))


@pytest.mark.parametrize("text", ["", "  ", "?!"])
def test_a_search_for_nothing_is_wrong_usage(motcua, text):
    done = motcua("kb", "search", text)
    assert (done.returncode, done.stdout) == (2, "")
    assert "holds no word" in done.stderr


def test_answers_cannot_go_into_a_folder_or_a_folder_that_is_missing(motcua, tmp_path):
    (tmp_path / "in.jsonl").write_text('{"id": 1, "text": "x"}\n', "utf-8")
    for target in (tmp_path, tmp_path / "missing" / "out.jsonl"):
        done = motcua("replay", str(tmp_path / "in.jsonl"), str(target))
        assert done.returncode == 1
        assert str(target) in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.jsonl"]


def test_answers_cannot_go_over_the_questions(motcua, tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text('{"id": 1, "text": "x"}\n', "utf-8")
    done = motcua("replay", str(file), str(tmp_path / "." / "in.jsonl"))
    assert done.returncode == 1
    assert "holds the questions" in done.stderr
    assert file.read_text("utf-8") == '{"id": 1, "text": "x"}\n'


def test_what_is_no_plain_file_of_dossiers_is_turned_down_at_once(motcua, tmp_path):
    os.mkfifo(tmp_path / "fifo")
    with (tmp_path / "huge.yml").open("wb") as huge:
        huge.truncate(9_000_000)
    for file, says in (
        ("/dev/zero", "plain file"),
        (tmp_path / "fifo", "plain file"),
        (tmp_path / "huge.yml", "MB"),
    ):
        done = motcua("intake", "load", str(file))
        assert (done.returncode, says in done.stderr) == (1, True), done.stderr


@pytest.mark.parametrize("content", ["{", "{}"])
def test_damaged_secrets_are_named_by_every_command_that_needs_them(motcua, tmp_path, content):
    (tmp_path / "secrets.json").write_text(content, "utf-8")
    (tmp_path / "secrets.json").chmod(0o600)
    done = motcua("serve")
    assert done.returncode == 4
    assert f"{tmp_path / 'secrets.json'}" in done.stderr
    assert "fault" not in done.stderr


def test_a_state_folder_that_cannot_be_is_named(tmp_path):
    (tmp_path / "file").touch()
    for command in (["serve"], ["ask", "x"], ["kb", "search", "x"]):
        done = run_motcua({"MOTCUA_STATE_DIR": str(tmp_path / "file" / "state")}, *command)
        assert done.returncode == 4, done.stderr
        assert str(tmp_path / "file") in done.stderr


def test_the_doctor_names_settings_that_are_none_and_a_damaged_model(motcua, tmp_path, monkeypatch):
    monkeypatch.setenv("MOTCUA_GATWAY_PORT", "1")
    model = model_path(ROOT, tmp_path)
    model.parent.mkdir()
    model.write_bytes(b"x")
    told = motcua("doctor").stdout
    assert "MOTCUA_GATEWAY_PORT was meant?" in told
    assert f"The model {model} is damaged." in told
