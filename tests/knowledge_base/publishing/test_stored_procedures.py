"""Procedures on disk are read when they are asked for, and once."""

import gc
import os
import shutil
import weakref

import pytest

from knowledge_base.publishing import stored_procedures
from knowledge_base.publishing.errors import SnapshotUnreadable
from knowledge_base.publishing.reading import read_current
from knowledge_base.publishing.stored_procedures import StoredProcedures
from tests.knowledge_base.publishing.made_up import procedure, procedures, put


@pytest.fixture
def decoded(monkeypatch):
    """The codes that were decoded."""
    codes, really = [], stored_procedures.decoded

    def count(kind, data):
        codes.append(data["code"])
        return really(kind, data)

    monkeypatch.setattr(stored_procedures, "decoded", count)
    return codes


@pytest.fixture
def held(tmp_path):
    put(tmp_path, *procedures(5))
    return read_current(tmp_path).procedures


def test_length_codes_and_membership_decode_nothing(held, decoded):
    assert len(held) == 5
    assert list(held) == [f"1.00000{number}" for number in range(1, 6)]
    assert "1.000003" in held
    assert "1.000009" not in held
    assert held.get("1.000009") is None
    assert decoded == []


def test_a_procedure_is_decoded_once(held, decoded):
    assert held["1.000002"] is held["1.000002"]
    assert held["1.000002"] == procedure(2)
    assert decoded == ["1.000002"]
    assert list(held.values()) == procedures(5)


def test_only_so_many_are_kept_ready(tmp_path, decoded, monkeypatch):
    put(tmp_path, *procedures(5))
    monkeypatch.setattr(stored_procedures, "_DECODED_AT_MOST", 2)
    held = read_current(tmp_path).procedures
    decoded.clear()
    for code in ("1.000001", "1.000002", "1.000003", "1.000003", "1.000001"):
        assert held[code].code == code
    assert decoded == ["1.000001", "1.000002", "1.000003", "1.000001"]


def test_nobody_can_change_them(held):
    with pytest.raises(TypeError):
        held["1.000001"] = None
    with pytest.raises(KeyError):
        held["1.000009"]


def test_a_snapshot_that_was_removed_is_read_to_its_end(tmp_path):
    put(tmp_path, *procedures(5))
    snapshot = read_current(tmp_path)
    shutil.rmtree(snapshot.folder)
    assert list(snapshot.procedures.values()) == procedures(5)


def test_a_file_cut_off_while_it_is_open_is_an_error_and_no_crash(tmp_path):
    put(tmp_path, *procedures(5))
    snapshot = read_current(tmp_path)
    path = snapshot.folder / "procedures.jsonl"
    path.chmod(0o644)
    os.truncate(path, 100)
    with pytest.raises(SnapshotUnreadable, match=r"line 4 of procedures\.jsonl"):
        snapshot.procedures["1.000004"]


def test_who_lets_go_of_a_snapshot_closes_its_file(tmp_path):
    put(tmp_path, *procedures(5))
    gc.disable()
    try:
        before = len(os.listdir("/proc/self/fd"))
        held = StoredProcedures(read_current(tmp_path).folder)
        assert held["1.000001"]
        gone = weakref.ref(held)
        del held
        assert gone() is None
        assert len(os.listdir("/proc/self/fd")) == before
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "index", [b"", b"{}", b"[]", b'{"codes": ["1.000001"], "starts": [0]}', b'{"codes": [], "starts": [-1]}']
)
def test_an_index_that_does_not_fit_is_refused(index, tmp_path):
    (tmp_path / "procedures.jsonl").write_bytes(b"")
    (tmp_path / "offsets.json").write_bytes(index)
    with pytest.raises(SnapshotUnreadable):
        StoredProcedures(tmp_path)
