"""What ``motcua evaluate`` does with what it cannot measure, and what it writes about conversations."""

import json

import pytest


def test_nothing_published_is_said_in_one_line(motcua):
    done = motcua("evaluate", "knowledge")
    assert done.returncode == 1
    assert "Nothing can be measured." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_of_no_questions_is_named(motcua, tmp_path):
    path = tmp_path / "outside.jsonl"
    path.write_text("{}\n", "utf-8")
    done = motcua("evaluate", "knowledge", str(path))
    assert done.returncode == 1
    assert "outside.jsonl:1" in done.stderr


def test_conversations_with_a_mistake_are_told_with_file_line_and_mend(motcua, tmp_path):
    path = tmp_path / "talks.yml"
    path.write_text('- title: t\n  turns:\n    - {citizen: "phí?", outcome: told}\n', "utf-8")
    done = motcua("evaluate", "conversations", "--file", str(path))
    assert done.returncode == 1
    assert f"{path}:3: outcome is never told" in done.stderr
    assert "write one of answered" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.stack
def test_conversations_are_held_counted_and_shown(motcua_running, tmp_path):
    path = tmp_path / "talks.yml"
    turns = ['{citizen: "tách thửa đất", outcome: answered}', '{citizen: "phí?", facet: time}']
    path.write_text("- title: Two turns\n  turns:\n" + "".join(f"    - {turn}\n" for turn in turns), "utf-8")
    done = motcua_running(
        "evaluate", "conversations", "--file", str(path), "--into", str(tmp_path / "out"), "--json"
    )
    told = json.loads(done.stdout)
    assert (told["turns"]["right"], told["turns"]["count"]) == (1, 2)
    assert (told["conversations"]["right"], told["conversations"]["count"]) == (0, 1)
    assert "facet: time ✗" in (tmp_path / "out" / "conversations.html").read_text("utf-8")
    assert (tmp_path / "out" / "conversations.json").exists()
