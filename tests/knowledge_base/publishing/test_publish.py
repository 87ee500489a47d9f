"""A snapshot keeps all that the files say and is current as a whole, or is not made."""

import errno
import os
from dataclasses import replace
from datetime import date

import pytest

from knowledge_base.catalogue.store import Import, write_catalogue
from knowledge_base.catalogue.stored import StoredRecord
from knowledge_base.knowledge import read_knowledge
from knowledge_base.publishing.errors import (
    KnowledgeHasMistakes,
    LossTooGreat,
    PublisherBusy,
    ReadBackDiffers,
)
from knowledge_base.publishing.kept import versions_kept
from knowledge_base.publishing.lock import sole_publisher
from knowledge_base.publishing.manifest import Counts, read_manifest
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.publish import is_published, publish
from knowledge_base.publishing.reading import read_current
from knowledge_base.publishing.sources import Sources
from tests.knowledge_base.made_up import record, save, save_aliases
from tests.knowledge_base.publishing.made_up import KEEP, given, part, procedure, procedures, put

OURS, THEIRS, NAMED = "1.000001", "1.000014", "1.000020"
NAME_OF_NAMED = "Thủ tục hải quan đối với xăng dầu, hóa chất, khí, nguyên liệu xuất khẩu, tái xuất"
NAME_OF_THEIRS = "Thủ tục hải quan đối với xăng dầu, hóa chất, khí chuyển tiêu thụ nội địa"
ALIASES = (
    f'- code: "{OURS}"\n  name: CẤP GIẤY PHÉP THẢ DIỀU\n  aliases: [thả diều]\n'
    "  questions: [Thả diều ở đâu?]\n  special_words: [diều]\n"
    f'- code: "{THEIRS}"\n  name: {NAME_OF_THEIRS}\n  aliases: [chuyển xăng]\n'
    f'- code: "{NAMED}"\n  name: {NAME_OF_NAMED}\n  aliases: [tái xuất xăng]\n'
)


@pytest.fixture
def folder(tmp_path):
    save(tmp_path / "files")
    save_aliases(tmp_path / "files", ALIASES)
    return tmp_path


def files(folder, **more):
    return Sources(folder / "catalogue", folder / "files", **more)


def published(folder, **more):
    return publish(folder / "snapshots", files(folder), keep=KEEP, **more)


def imported(catalogue):
    """Makes procedures of stored records, one of them of a code that is curated."""
    return [procedure(int(code[2:]), name=stored.name) for code, stored in catalogue.records.items()]


def test_what_was_published_is_what_is_read(folder):
    version = published(folder).version
    snapshot = read_current(folder / "snapshots")
    assert (snapshot.version, snapshot.folder) == (version, folder / "snapshots" / version)
    assert snapshot.procedures == read_knowledge(folder / "files").procedures
    found = snapshot.procedures[OURS]
    assert (found.aliases, found.questions, found.special_words) == (
        ("thả diều",),
        ("Thả diều ở đâu?",),
        ("diều",),
    )
    assert list(snapshot.named) == [THEIRS, NAMED]
    assert (snapshot.named[NAMED].name, snapshot.named[NAMED].aliases) == (NAME_OF_NAMED, ("tái xuất xăng",))


def test_imported_procedures_come_beside_the_curated_ones_and_get_peoples_names(folder):
    records = [StoredRecord(record(code=OURS)), StoredRecord(record(code=THEIRS, name=NAME_OF_THEIRS))]
    catalogue = write_catalogue(folder / "catalogue", records, Import(date(2026, 7, 18)))
    done = publish(folder / "snapshots", files(folder, imported=imported), keep=KEEP)
    snapshot = read_current(folder / "snapshots")
    assert list(snapshot.procedures) == [OURS, THEIRS]
    assert snapshot.procedures[OURS] == read_knowledge(folder / "files").procedures[OURS]
    assert snapshot.procedures[THEIRS].aliases == ("chuyển xăng",)
    assert list(snapshot.named) == [NAMED]
    assert done.manifest.counts == Counts(curated=1, imported=1, named=1)
    assert (done.manifest.catalogue, done.manifest.catalogue_on) == (catalogue, date(2026, 7, 18))


def test_a_curated_procedure_may_take_something_from_the_imported_one(folder):
    write_catalogue(folder / "catalogue", [StoredRecord(record(code=OURS))], Import(date(2026, 7, 18)))

    def over(curated, other):
        return replace(curated, field=other.field)

    publish(folder / "snapshots", files(folder, imported=imported, over=over), keep=KEEP)
    ours = read_knowledge(folder / "files").procedures[OURS]
    assert read_current(folder / "snapshots").procedures[OURS] == replace(ours, field="Đất đai")


def test_version_tells_content_apart_and_nothing_else(folder):
    first = published(folder).version
    assert published(folder).version == first
    save_aliases(folder / "files", ALIASES.replace("[thả diều]", "[thả diều sáo]"))
    assert published(folder).version != first
    save_aliases(folder / "files", ALIASES.replace("[tái xuất xăng]", "[xăng tái xuất]"))
    assert len({first, published(folder).version, *versions_kept(folder / "snapshots")}) == 3


def test_a_mistake_leaves_the_old_snapshot_current(folder):
    version = published(folder).version
    save(folder / "files", "1.000002", text="[")
    with pytest.raises(KnowledgeHasMistakes, match=r"1\.000002\.yml:\d+: ") as caught:
        published(folder)
    assert len(caught.value.findings) == 1
    assert read_current(folder / "snapshots").version == version
    assert versions_kept(folder / "snapshots") == [version]


def test_a_due_review_does_not_stop_a_snapshot(folder):
    save(folder / "files", review_by="2020-01-01")
    assert published(folder).version


def test_changed_files_are_known_from_their_fingerprint(folder):
    root = folder / "snapshots"
    assert not is_published(root, files(folder))
    published(folder)
    assert is_published(root, files(folder))
    save_aliases(folder / "files", ALIASES.replace("[thả diều]", "[thả diều sáo]"))
    assert not is_published(root, files(folder))
    write_catalogue(folder / "catalogue", [StoredRecord(record())], Import(date(2026, 7, 18)))
    assert files(folder, imported=imported).fingerprint() != files(folder).fingerprint()


def test_a_disk_that_fails_leaves_no_half_snapshot_and_is_named(tmp_path, monkeypatch):
    version = put(tmp_path, *procedures(3))

    def fail(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(os, "fsync", fail)
        with pytest.raises(OSError, match="No space") as caught:
            put(tmp_path, *procedures(4))
    assert str(tmp_path) in caught.value.filename
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([version, "current.json", "lock"])
    assert read_current(tmp_path).version == version


def test_values_that_do_not_survive_are_found_before_the_swap(tmp_path):
    with pytest.raises(ReadBackDiffers, match=r"1\.000001"):
        put(tmp_path, procedure(1, levels=["a list is no tuple"]))
    assert read_pointer(tmp_path) is None


def test_text_that_is_no_clean_unicode_survives(tmp_path):
    odd = procedure(1, summary="a\ud800\r\u2028b\x00\n")
    put(tmp_path, odd, procedure(2))
    assert read_current(tmp_path).procedures["1.000001"] == odd


def test_parts_add_files_that_are_hashed_and_make_the_version(tmp_path):
    first = put(tmp_path, *procedures(3), parts=[part({"search/index.bin": b"of {n}"})])
    assert (tmp_path / first / "search" / "index.bin").read_bytes() == b"of 3"
    assert "search/index.bin" in {file.path for file in read_manifest(tmp_path / first).files}
    assert put(tmp_path, *procedures(3), parts=[part({"search/index.bin": b"another"})]) != first


def test_a_part_that_fails_publishes_nothing(tmp_path):
    def fail(folder, held):
        raise LookupError("no encoder")

    version = put(tmp_path, *procedures(3))
    with pytest.raises(LookupError):
        put(tmp_path, *procedures(4), parts=[fail])
    assert read_current(tmp_path).version == version


def test_losing_more_than_one_in_ten_needs_a_reason_which_is_kept(tmp_path):
    put(tmp_path, *procedures(20))
    eighteen = put(tmp_path, *procedures(18))
    with pytest.raises(LossTooGreat, match="2 of 18"):
        put(tmp_path, *procedures(16))
    assert read_pointer(tmp_path).version == eighteen
    put(tmp_path, *procedures(16), accept_loss="đã bãi bỏ")
    assert read_pointer(tmp_path).loss_accepted_because == "đã bãi bỏ"
    put(tmp_path, *procedures(17), accept_loss="none was lost")
    assert read_pointer(tmp_path).loss_accepted_because == ""


def test_what_changed_is_told_against_the_one_before(tmp_path):
    first = publish(tmp_path, given(*procedures(12)), keep=KEEP)
    assert (first.before, first.changes.new) == (None, {})
    changed = [*procedures(12)[1:], procedure(13, "Mới")]
    changed[0] = replace(changed[0], conditions="khác", summary="khác")
    done = publish(tmp_path, given(*changed), keep=KEEP)
    assert done.before == first.version
    assert (done.changes.new, done.changes.gone) == ({"1.000013": "Mới"}, {"1.000001": "Xin thả diều"})
    assert done.changes.changed == {"1.000002": ("summary", "conditions")}


def test_publishing_the_same_again_keeps_what_is_there(tmp_path):
    before, version = put(tmp_path, *procedures(3)), put(tmp_path, *procedures(4))
    built_at = read_manifest(tmp_path / version).built_at
    assert put(tmp_path, *procedures(4)) == version
    assert read_manifest(tmp_path / version).built_at == built_at
    assert read_pointer(tmp_path).before == (before,)


def test_old_snapshots_go_but_never_the_current_one_nor_the_one_before(tmp_path):
    first, *_, before, last = [put(tmp_path, *procedures(number)) for number in range(10, 16)]
    assert len(versions_kept(tmp_path)) == KEEP
    assert {before, last} < set(versions_kept(tmp_path))
    assert first not in versions_kept(tmp_path)
    old = put(tmp_path, *procedures(14), keep=2)
    assert set(versions_kept(tmp_path)) == {old, last}


def test_only_one_publishes_at_a_time(tmp_path):
    with sole_publisher(tmp_path), pytest.raises(PublisherBusy, match="wait until it is done"):
        put(tmp_path, procedure(1))
    assert put(tmp_path, procedure(1))


def test_files_of_a_snapshot_are_read_only(tmp_path):
    folder = tmp_path / put(tmp_path, *procedures(3))
    assert {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()} == {"0o444"}
    assert oct(folder.stat().st_mode & 0o777) == "0o755"
