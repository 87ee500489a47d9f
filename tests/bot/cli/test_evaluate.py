"""What ``motcua evaluate`` does with what it cannot measure, and with a small set of labelled texts."""

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


def test_sets_that_cannot_be_read_are_named_with_what_mends_them(motcua, tmp_path):
    train, test = tmp_path / "train.jsonl", tmp_path / "none.jsonl"
    train.write_text('{"text": "x"}\n', "utf-8")
    done = motcua("evaluate", "understanding", "--train", str(train), "--test", str(test))
    assert done.returncode == 1
    assert f"{train}:1: there is no intent" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_training_set_alone_is_wrong_usage(motcua, tmp_path):
    done = motcua("evaluate", "understanding", "--train", str(tmp_path))
    assert done.returncode == 2
    assert "--train and --test go together" in done.stderr


LEARNED = """nlu:
- intent: fee
  examples: |
    - phí bao nhiêu
    - lệ phí mấy đồng
    - hết bao nhiêu tiền
    - tốn mấy tiền
- intent: place
  examples: |
    - nộp ở đâu
    - chỗ nào nhận hồ sơ
    - đến đâu để nộp
    - nơi nộp là ở đâu
"""
ASKED = (
    '{"text": "phí hết bao nhiêu", "intent": "fee"}\n'
    '{"text": "nộp ở chỗ nào", "intent": "place"}\n'
    '{"text": "mã H26.19-250701-0012 nộp ở đâu", "intent": "place",'
    ' "entities": [{"entity": "dossier_code", "value": "H26.19-250701-0012"}]}\n'
)


@pytest.mark.engine
def test_any_labelled_set_runs_through_the_shipped_pipeline(motcua, tmp_path):
    train, test, out = tmp_path / "train.yml", tmp_path / "test.jsonl", tmp_path / "out"
    outside = tmp_path / "outside.txt"
    train.write_text(LEARNED, "utf-8")
    test.write_text(ASKED, "utf-8")
    outside.write_text("مرحبا\n你好\n", "utf-8")
    done = motcua(
        "evaluate", "understanding", "--train", str(train), "--test", str(test),
        "--out-of-scope", str(outside), "--folds", "2", "--out", str(out), "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told == json.loads((out / "report.json").read_text("utf-8"))
    shipped = told["measured"]["shipped"]
    assert shipped["cross-validated"]["right"]["accuracy"]["count"] == 8
    held_out = shipped["held out"]
    assert held_out["right"]["accuracy"]["count"] == 3
    assert held_out["scope"]["answered"] == {"value": 0.0, "low": 0.0, "high": 0.0, "count": 2}
    assert held_out["entities"]["dossier_code"]["f1"]["value"] == 1.0
    assert len(held_out["noises"]) == 10
    assert len(list(out.glob("confusion-*.png"))) == len(list(out.glob("confidence-*.png"))) == 2
    assert (out / "index.html").read_text("utf-8").count("data:image/png;base64,") == 4


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
