"""Hostile and broken files are refused with a finding; nothing in them is ever carried out."""

import os

import pytest

from knowledge_base.alias_file import read_aliases
from knowledge_base.procedure_file import read_procedure
from tests.knowledge_base.made_up import written

FINISHED = written()

REFUSED = {
    "python tag": ('code: !!python/object/apply:os.system ["touch carried-out"]\n', 1, "the tag"),
    "own tag": ("code: !kite x\n", 1, "the tag"),
    "anchor": ("a: 1\ncode: &x [1]\n", 2, "an anchor"),
    "alias bomb": ("a: &a [x]\nb: &b [*a, *a]\n", 1, "an anchor"),
    "recursion": ("&a [*a]\n", 1, "an anchor"),
    "key twice": ("a: 1\nb: 2\na: 3\n", 3, "a is written twice, first on line 1"),
    "key that is a list": ("? [a]\n: b\n", 1, "a key that is no word"),
    "second document": ("a: 1\n---\nb: 2\n", 2, "a second document"),
    "nothing": ("", 1, "the file is empty"),
    "comment only": ("# diều\n", 1, "the file is empty"),
    "open list": ("a: [1,\n", 2, "no YAML"),
    "open quotation": ('a: "diều\n', 2, "no YAML"),
    "tabulator": ("a:\n\tb: 1\n", 2, "no YAML"),
    "NUL": ("a: \0\n", 1, "no YAML"),
    "deep brackets": ("[" * 100_000, 1, "levels of nesting"),
    "deep dashes": ("- " * 100_000, 1, "levels of nesting"),
    "deep keys": ("{a: " * 60_000, 1, "levels of nesting"),
    "large": ("a: b\n" * 250_000, 1, "larger than"),
}


@pytest.mark.parametrize(("text", "line", "says"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("read", [read_procedure, read_aliases])
def test_what_data_has_no_use_for_is_refused_at_its_line(read, text, line, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "1.000001.yml"
    path.write_text(text, "utf-8")
    (finding,) = read(path, "diều.yml").findings
    assert (finding.file, finding.line) == ("diều.yml", line)
    assert says in finding.what
    assert not (tmp_path / "carried-out").exists()


@pytest.mark.parametrize("text", ["5", "diều", "- a", "true", "~", "2026-01-01"])
def test_other_data_than_keys_is_told_so(text, tmp_path):
    path = tmp_path / "1.000001.yml"
    path.write_text(text, "utf-8")
    (finding, *others) = read_procedure(path, "diều.yml").findings
    assert finding.what.startswith("the file is ")
    assert others == []


def test_other_encoding_is_told_with_its_line(tmp_path):
    path = tmp_path / "1.000001.yml"
    path.write_bytes("code: x\nname: diều\n".encode("utf-16-le"))
    (finding,) = read_procedure(path, "diều.yml").findings
    assert "no " in finding.what
    path.write_bytes(b"code: x\nname: di\xe8u\n")
    (finding,) = read_procedure(path, "diều.yml").findings
    assert (finding.line, finding.what) == (2, "this is no UTF-8")


def test_file_that_cannot_be_opened_is_told_so(tmp_path):
    (finding,) = read_procedure(tmp_path / "1.000001.yml", "diều.yml").findings
    assert "cannot be opened" in finding.what


def test_file_cut_off_anywhere_is_never_taken_for_a_procedure(tmp_path):
    path = tmp_path / "1.000001.yml"
    raw = FINISHED.encode("utf-8")
    for end in range(0, len(raw) - 1, 37):
        path.write_bytes(raw[:end])
        file = read_procedure(path, "diều.yml")
        assert file.procedure is None, end
        assert file.findings, end


def test_byte_order_mark_does_no_harm(tmp_path):
    path = tmp_path / "1.000001.yml"
    path.write_text(FINISHED, "utf-8-sig")
    assert read_procedure(path, "diều.yml").procedure


@pytest.mark.skipif(os.name != "posix", reason="named pipes and devices are a matter of POSIX")
def test_folder_in_place_of_a_file_is_told_so(tmp_path):
    path = tmp_path / "1.000001.yml"
    path.mkdir()
    (finding,) = read_procedure(path, "diều.yml").findings
    assert "cannot be opened" in finding.what
