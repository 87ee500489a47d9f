"""Commands that need no running assistant."""

import json
import subprocess
import sys

import pytest

from bot.cli.exit_codes import MEANING
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
