"""Drafting a procedure's file, and bringing one up to date."""

import gzip
import json

import pytest
import yaml

from knowledge_base.draft import draft, main, updated
from knowledge_base.official.block import official_block
from knowledge_base.official.facts_hash import facts_sha256
from tests.knowledge_base.made_up import RECORD, record, written


@pytest.fixture
def catalogue(tmp_path):
    rows = [
        RECORD,
        record(code="5.000001", internal=True),
        record(code="1.000009", maybe_withdrawn=True),
    ]
    path = tmp_path / "procedures.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


def test_draft_holds_the_facts_and_leaves_our_words_open():
    text = draft(RECORD)
    data = yaml.safe_load(text)
    assert list(data) == [
        "code",
        "short_name",
        "distinction",
        "siblings",
        "summary",
        "steps",
        "notes",
        "review_by",
        "official",
        "facts_sha256",
    ]
    assert data["official"] == official_block(RECORD)
    assert data["facts_sha256"] == facts_sha256(data["official"])
    assert data["short_name"] == ""


def test_draft_is_easy_to_read():
    long_name = "Đơn đề nghị thả diều trên đồng làng " * 20
    text = draft(record(conditions=f"{long_name}\n{long_name}", name=long_name))
    assert max(map(len, text.splitlines())) <= 120
    assert "Đơn đề nghị" in text
    assert not any(mark in text for mark in ("&id", "\\u", "\\x"))


def test_update_renews_the_facts_and_keeps_every_word_of_ours():
    ours, _, _ = written().partition("official:")
    text = updated(f"# ghi chú\n{written()}", record(name="Tên mới"))
    assert text.startswith(f"# ghi chú\n{ours}official:\n  name: Tên mới\n")
    assert updated(text, record(name="Tên mới")) == text


def test_update_completes_a_file_that_has_no_facts_yet():
    assert yaml.safe_load(updated('code: "1.000001"', RECORD))["official"] == official_block(RECORD)


def test_command_prints_writes_and_updates(catalogue, tmp_path, capsys):
    out = tmp_path / "dieu" / "1.000001.yml"
    assert main(["1.000001", "--catalogue", str(catalogue)]) == 0
    assert capsys.readouterr().out == draft(RECORD)
    assert main(["1.000001", "--catalogue", str(catalogue), "--out", str(out)]) == 0
    assert main(["1.000001", "--catalogue", str(catalogue), "--update", str(out)]) == 0
    assert out.read_text("utf-8") == draft(RECORD)


def test_command_never_overwrites_what_people_wrote(catalogue, tmp_path, capsys):
    out = tmp_path / "1.000001.yml"
    out.write_text(written(), "utf-8")
    assert main(["1.000001", "--catalogue", str(catalogue), "--out", str(out)]) == 1
    assert "--update" in capsys.readouterr().err
    assert out.read_text("utf-8") == written()


@pytest.mark.parametrize(
    ("code", "reason"),
    [("9.999999", "not in"), ("5.000001", "internal"), ("1.000009", "withdrawn"), ("../../etc", "not in")],
)
def test_records_that_citizens_are_not_shown_are_refused(code, reason, catalogue, capsys):
    assert main([code, "--catalogue", str(catalogue)]) == 1
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [b"", b"no gzip", gzip.compress(b"{", mtime=0)[:-4], gzip.compress(b"{", mtime=0)]
)
def test_damaged_catalogue_is_told_without_a_traceback(content, tmp_path, capsys):
    path = tmp_path / "procedures.jsonl.gz"
    path.write_bytes(content)
    assert main(["1.000001", "--catalogue", str(path)]) == 1
    assert str(path) in capsys.readouterr().err
