"""The commands that are a contract, beside a running assistant and without one."""

import json
import os
import shutil
import subprocess
import sys

import pytest
import yaml

from office.postgres.home import prepare_home
from tests.bot.cli.conftest import run_motcua
from tests.world.engine import ROOT, free_port
from tests.world.stack import PARTS

pytestmark = pytest.mark.stack
KEYS = {
    "text", "outcome", "procedures", "dossier_codes", "facet", "intent", "citations", "buttons", "latency_ms",
}  # fmt: skip


def answers_in(file):
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_ask_prints_the_object_of_the_contract(motcua_running):
    done = motcua_running("ask", "--json", "tách thửa đất cần giấy tờ gì")
    answer = json.loads(done.stdout)
    assert set(answer) - {"parts"} == KEYS
    assert (answer["outcome"], answer["facet"], answer["procedures"][0]) == (
        "answered",
        "documents",
        "1.012784",
    )
    assert {"code", "decision", "updated", "url"} == set(answer["citations"][0])
    assert done.stderr == ""


def test_a_conversation_goes_on_where_it_was(motcua_running):
    motcua_running("ask", "--conversation", "cli-test", "tách thửa đất cần giấy tờ gì")
    answer = json.loads(motcua_running("ask", "--json", "--conversation", "cli-test", "thế còn phí?").stdout)
    assert (answer["facet"], answer["procedures"][0]) == ("fee", "1.012784")


@pytest.mark.parametrize(
    "text", ["", " ", "-5 triệu", "--json?", "/restart", "\U0001f642", "\udc80\udcff", "x" * 100_000]
)
def test_odd_texts_get_one_object_with_a_sentence(text, motcua_running):
    done = motcua_running("ask", "--json", "--", text)
    answer = json.loads(done.stdout)
    assert answer["text"].strip()
    assert done.returncode == 0


def test_a_question_may_begin_with_a_dash_or_come_from_standard_input(motcua_running):
    assert json.loads(motcua_running("ask", "--json", "-xin chào").stdout)["outcome"] == "smalltalk"
    assert json.loads(motcua_running("ask", "--json", "-", said="xin chào").stdout)["outcome"] == "smalltalk"


def test_off_json_the_answer_is_plain_text(motcua_running):
    done = motcua_running("ask", "xin chào")
    assert done.stdout.strip()
    assert "{" not in done.stdout
    assert "\x1b" not in done.stdout


def test_replay_answers_each_line_in_its_place(motcua_running, tmp_path):
    lines = [
        {"id": "a", "text": "tách thửa đất cần giấy tờ gì", "conversation": "one"},
        {"id": "b", "text": "xin chào"},
        "no JSON",
        {"id": "c", "text": "thế còn phí?", "conversation": "one"},
        {"id": "d", "text": "thế còn phí?", "conversation": "two"},
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8"
    )
    done = motcua_running("replay", "--json", str(source), str(target))
    answers = answers_in(target)
    assert [answer["id"] for answer in answers] == ["a", "b", None, "c", "d"]
    assert "line 3" in answers[2]["error"]
    assert (answers[3]["procedures"][:1], answers[3]["facet"]) == (["1.012784"], "fee")
    assert answers[4]["procedures"][:1] != ["1.012784"]
    assert set(answers[1]) - {"parts"} == KEYS | {"id"}
    assert json.loads(done.stdout) == {"answers": 5, "failed": 1, "file": str(target)}
    assert done.returncode == 1
    assert f"Lines of {source} that are no questions: 1.\n  {source}: line 3 is not JSON" in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_two_replays_do_not_share_conversations(motcua_running, tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": 1, "text": "tách thửa đất cần giấy tờ gì", "conversation": "same"}', "utf-8")
    motcua_running("replay", str(source), str(tmp_path / "out.jsonl"))
    source.write_text('{"id": 1, "text": "thế còn phí?", "conversation": "same"}', "utf-8")
    motcua_running("replay", str(source), str(tmp_path / "out.jsonl"))
    assert answers_in(tmp_path / "out.jsonl")[0]["procedures"][:1] != ["1.012784"]


def test_made_up_dossiers_are_loaded_and_found(motcua_running, tmp_path):
    dossier = {
        "code": "000.00.15.H26-250801-0777", "lookup_key": "7KPM-4RTW", "applicant": "individual", "id_last6": "123456",
        "phone_last6": "654321", "procedure": "1.012784", "status": 4, "received": "2025-08-01", "due": "2025-08-20",
        "colour": "red",
    }  # fmt: skip
    file = tmp_path / "dossiers.yml"
    file.write_text(yaml.safe_dump({"dossiers": [dossier]}), "utf-8")
    done = motcua_running("intake", "load", "--json", str(file))
    assert json.loads(done.stdout) == {"loaded": [dossier["code"]]}, done.stderr
    assert "there is no field 'colour'" in done.stderr
    talk = ("ask", "--json", "--conversation", "load-test")
    asked = json.loads(motcua_running(*talk, f"hồ sơ {dossier['code']} tới đâu rồi").stdout)
    assert (asked["outcome"], asked["dossier_codes"]) == ("clarification_proof", [dossier["code"]])
    assert json.loads(motcua_running(*talk, dossier["lookup_key"]).stdout)["outcome"] == "status_shown"


def test_a_mistake_in_a_dossier_file_is_told_with_its_line(motcua_running, tmp_path):
    file = tmp_path / "dossiers.yml"
    file.write_text("dossiers:\n- code: H26.19-250701-0013\n  status: 11\n", "utf-8")
    done = motcua_running("intake", "load", str(file))
    assert done.returncode == 1
    assert f"{file}:3:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_command_starts_the_assistant_when_none_runs_and_ends_it_after(tmp_path, engine_state):
    (tmp_path / "models").symlink_to(engine_state / "models")
    ports = {f"MOTCUA_{part.upper()}_PORT": str(free_port()) for part in PARTS}
    env = {**ports, "MOTCUA_STATE_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "bot.cli.main", "ask", "--json", "xin chào"]
    beside = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    done = run_motcua(env, "ask", "--json", "tạm biệt")
    assert json.loads(beside.communicate(timeout=120)[0])["outcome"] == "smalltalk"
    assert json.loads(done.stdout)["outcome"] == "smalltalk", done.stderr
    assert "starting one" in done.stderr
    assert not (tmp_path / "run.json").exists()
    shutil.rmtree(prepare_home(tmp_path).folder)
