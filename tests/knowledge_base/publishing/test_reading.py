"""A damaged snapshot is never served: what is wrong with it is told, and how to mend it."""

import json
import shutil

import pytest

from knowledge_base.knowledge import Knowledge
from knowledge_base.publishing import manifest as manifests
from knowledge_base.publishing.contents import contents_of
from knowledge_base.publishing.errors import NothingPublished, PointerUnreadable, SnapshotUnreadable
from knowledge_base.publishing.kept import kept_snapshots, versions_kept
from knowledge_base.publishing.layout import COPIES
from knowledge_base.publishing.publish import publish
from knowledge_base.publishing.reading import read_current, read_snapshot
from knowledge_base.publishing.rollback import roll_back
from tests.knowledge_base.publishing.made_up import Given, part, procedures, put

PARTS = [part({"search/index.bin": b"of {n}"})]


@pytest.fixture
def root(tmp_path):
    put(tmp_path, *procedures(3), parts=PARTS)
    return tmp_path


def current(root):
    return read_current(root).folder


def overwrite(path, content):
    path.chmod(0o644)
    path.write_bytes(content)


def changed(path, old, new):
    content = path.read_bytes()
    assert old in content
    overwrite(path, content.replace(old, new))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda it: shutil.rmtree(it), "its folder is missing"),
        (lambda it: (it / "manifest.json").unlink(), "manifest.json is missing"),
        (lambda it: overwrite(it / "manifest.json", b""), "manifest.json: Expecting value"),
        (lambda it: overwrite(it / "manifest.json", b"[]"), "manifest.json: list indices"),
        (lambda it: overwrite(it / "manifest.json", b"{}"), "manifest.json: 'format'"),
        (lambda it: changed(it / "manifest.json", b'"format": 2', b'"format": 1'), "format 1 is not 2"),
        (lambda it: changed(it / "manifest.json", b'"curated": 3', b'"curated": 4'), "manifest.json is not as"),
        (lambda it: (it / "procedures.jsonl").unlink(), "procedures.jsonl is missing"),
        (lambda it: overwrite(it / "procedures.jsonl", b"{"), "procedures.jsonl has 1 bytes and was written with"),
        (lambda it: changed(it / "procedures.jsonl", b"working_day", b"working-day"), "procedures.jsonl is not"),
        (lambda it: changed(it / "offsets.json", b'"1.000001"', b'"1.000009"'), "offsets.json is not as it was"),
        (lambda it: (it / "named.jsonl").unlink(), "named.jsonl is missing"),
        (lambda it: (it / "search" / "index.bin").unlink(), "search/index.bin is missing"),
        (lambda it: overwrite(it / "search" / "index.bin", b"of 4"), "search/index.bin is not as it was written"),
    ],
)  # fmt: skip
def test_each_damage_is_told_with_what_mends_it(damage, told, root):
    folder = current(root)
    damage(folder)
    with pytest.raises(SnapshotUnreadable) as caught:
        read_current(root)
    assert str(caught.value).startswith(f"{folder}: this snapshot cannot be served; {told}")
    assert "motcua kb publish" in str(caught.value)
    assert "motcua kb rollback" in str(caught.value)


def test_publishing_mends_a_damaged_snapshot_and_a_damaged_pointer(root):
    version = current(root).name
    changed(root / version / "procedures.jsonl", b"working_day", b"working-day")
    (root / "current.json").write_bytes(b"{")
    assert put(root, *procedures(3), parts=PARTS) == version
    assert read_current(root).procedures["1.000001"].modes[2].time.unit == "working_day"


def test_a_snapshot_under_another_name_is_none(root):
    other = root / "0123456789abcdef"
    shutil.copytree(current(root), other)
    with pytest.raises(SnapshotUnreadable, match="under another name"):
        read_snapshot(other)


def test_a_snapshot_of_another_release_is_refused_until_it_is_built_anew(root, monkeypatch):
    monkeypatch.setattr("knowledge_base.publishing.reading.present_shape", lambda: "later")
    with pytest.raises(SnapshotUnreadable, match="another release"):
        read_current(root)
    monkeypatch.setattr(manifests, "present_shape", lambda: "later")
    put(root, *procedures(3))
    assert len(read_current(root).procedures) == 3


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"version": 1, "before": []}', json.dumps({"version": "../../etc"}).encode()],
)
def test_a_damaged_pointer_is_told_and_not_followed(content, root):
    (root / "current.json").write_bytes(content)
    with pytest.raises(PointerUnreadable, match="motcua kb rollback VERSION"):
        read_current(root)


@pytest.mark.parametrize("version", ["../outside", "current.json", "", "0123456789ABCDEF"])
def test_a_pointer_leads_to_snapshots_only(version, root):
    told = json.loads((root / "current.json").read_bytes())
    (root / "current.json").write_text(json.dumps({**told, "version": version}), "utf-8")
    with pytest.raises(PointerUnreadable, match="is no name of a snapshot"):
        read_current(root)


def test_where_nothing_was_published_the_way_is_told(tmp_path):
    for root in (tmp_path, tmp_path / "none"):
        with pytest.raises(NothingPublished, match="motcua kb publish"):
            read_current(root)
        assert versions_kept(root) == []


def test_a_damaged_snapshot_is_listed_as_such_and_not_gone_back_to(root):
    old = current(root).name
    new = put(root, *procedures(4))
    changed(root / old / "procedures.jsonl", b"working_day", b"working-day")
    assert [(kept.version, kept.damage) for kept in kept_snapshots(root)] == [
        (new, ""),
        (old, "procedures.jsonl is not as it was written"),
    ]
    with pytest.raises(SnapshotUnreadable):
        roll_back(root)
    assert read_current(root).version == new


def test_codes_of_copies_are_read_with_what_they_are_held_under(tmp_path):
    copies = {"1.000009": "1.000001", "1.000008": "1.000007"}
    contents = contents_of(Knowledge({}, {}, (), ()), procedures(1), copies=copies)
    publish(tmp_path, Given(contents), keep=3)
    assert read_current(tmp_path).copies == {"1.000009": "1.000001"}


def test_without_copies_there_is_no_file_of_them(root):
    assert read_current(root).copies == {}
    assert not list(root.rglob(COPIES))
