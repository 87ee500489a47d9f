"""What differs between two snapshots."""

from dataclasses import replace

from knowledge_base.publishing import stored_procedures
from knowledge_base.publishing.difference import Difference, difference
from tests.knowledge_base.publishing.made_up import part, procedure, procedures, put


def test_new_changed_and_gone_are_told_apart_and_names_given(tmp_path):
    old = tmp_path / put(tmp_path, *procedures(12))
    others = [replace(one, levels=()) if one.code == "1.000005" else one for one in procedures(12)[1:]]
    new = tmp_path / put(tmp_path, *others, procedure(20, "Mới"))
    assert difference(old, new) == Difference(
        {"1.000020": "Mới"}, {"1.000005": ("levels",)}, {"1.000001": "Xin thả diều"}
    )
    assert difference(old, old) == Difference()


def test_only_lines_that_differ_are_read_and_none_is_decoded(tmp_path, monkeypatch):
    old = tmp_path / put(tmp_path, *procedures(3))
    new = tmp_path / put(tmp_path, *procedures(3), procedure(4))
    monkeypatch.setattr(stored_procedures, "decoded", None)
    assert list(difference(old, new).new) == ["1.000004"]


def test_other_files_that_differ_are_named(tmp_path):
    old = tmp_path / put(tmp_path, *procedures(3), parts=[part({"search/a": b"1", "search/b": b"1"})])
    new = tmp_path / put(
        tmp_path, *procedures(3), parts=[part({"search/a": b"1", "search/b": b"2", "search/c": b""})]
    )
    assert difference(old, new).files == ("search/b", "search/c")
