"""The snapshot keeps all that the files say, or is not made."""

import json
import os

import pytest

from knowledge_base.knowledge import read_knowledge
from knowledge_base.snapshot import KnowledgeHasMistakes, SnapshotUnreadable, build_snapshot, load_snapshot
from tests.knowledge_base.made_up import save, save_aliases

ALIASES = (
    '- code: "1.000001"\n  name: CẤP GIẤY PHÉP THẢ DIỀU\n  aliases: [thả diều]\n'
    "  questions: [Thả diều ở đâu?]\n  special_words: [diều]\n"
)


@pytest.fixture
def folder(tmp_path):
    save(tmp_path)
    save_aliases(tmp_path, ALIASES)
    return tmp_path


def test_what_was_built_is_what_is_loaded(folder):
    out = folder / "state" / "snapshot.json"
    version = build_snapshot(folder, out)
    snapshot = load_snapshot(out)
    assert snapshot.version == version
    assert snapshot.procedures == read_knowledge(folder).procedures
    procedure = snapshot.procedures["1.000001"]
    assert (procedure.aliases, procedure.questions) == (("thả diều",), ("Thả diều ở đâu?",))
    assert procedure.special_words == ("diều",)


def test_version_tells_content_apart_and_nothing_else(folder):
    out = folder / "snapshot.json"
    first = build_snapshot(folder, out)
    assert build_snapshot(folder, out) == first
    save_aliases(folder, ALIASES.replace("[thả diều]", "[thả diều sáo]"))
    assert build_snapshot(folder, out) != first


def test_mistake_leaves_the_old_snapshot_in_place(folder):
    out = folder / "snapshot.json"
    version = build_snapshot(folder, out)
    save(folder, "1.000002", text="[")
    with pytest.raises(KnowledgeHasMistakes, match=r"1\.000002\.yml:\d+: ") as caught:
        build_snapshot(folder, out)
    assert len(caught.value.findings) == 1
    assert load_snapshot(out).version == version


def test_due_review_does_not_stop_a_snapshot(folder):
    save(folder, review_by="2020-01-01")
    assert build_snapshot(folder, folder / "snapshot.json")


def test_disk_that_fails_leaves_no_half_file(folder, monkeypatch):
    out = folder / "state" / "snapshot.json"
    version = build_snapshot(folder, out)

    def fail(_):
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space"):
        build_snapshot(folder, out)
    assert [path.name for path in out.parent.iterdir()] == ["snapshot.json"]
    assert load_snapshot(out).version == version


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: "[]",
        lambda text: "{}",
        lambda text: text.replace('"format":1', '"format":2'),
        lambda text: text.replace("thả diều", "thả chim"),
        lambda text: text.replace('"2026-04-16"', '"hôm qua"'),
        lambda text: text.replace('"steps":', '"bước":'),
        lambda text: text.replace('"modes":[', '"modes":5,"x":['),
    ],
)
def test_damaged_snapshot_is_refused(damage, folder):
    out = folder / "snapshot.json"
    build_snapshot(folder, out)
    out.write_text(damage(out.read_text("utf-8")), "utf-8")
    with pytest.raises(SnapshotUnreadable, match="build it again"):
        load_snapshot(out)


def test_missing_snapshot_is_told_so(tmp_path):
    with pytest.raises(SnapshotUnreadable, match="build it again"):
        load_snapshot(tmp_path / "snapshot.json")


def test_snapshot_cannot_be_changed_by_who_uses_it(folder):
    out = folder / "snapshot.json"
    build_snapshot(folder, out)
    with pytest.raises(TypeError):
        load_snapshot(out).procedures["1.000002"] = None


def test_snapshot_is_plain_json(folder):
    out = folder / "snapshot.json"
    build_snapshot(folder, out)
    assert set(json.loads(out.read_text("utf-8"))) == {"format", "version", "procedures"}
