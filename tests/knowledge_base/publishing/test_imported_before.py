"""What was made of the catalogue is made once, and the same snapshot comes of it."""

from datetime import date

import pytest

from knowledge_base.catalogue.store import Import, write_catalogue
from knowledge_base.catalogue.stored import StoredRecord
from knowledge_base.publishing.imported_before import ImportedBefore
from knowledge_base.publishing.publish import publish
from knowledge_base.publishing.reading import read_current
from knowledge_base.publishing.sources import Sources
from tests.knowledge_base.made_up import record, save, save_aliases
from tests.knowledge_base.publishing.made_up import procedure

CODE = "1.000014"
ALIASES = '- code: "1.000001"\n  name: CẤP GIẤY PHÉP THẢ DIỀU\n  aliases: [thả diều]\n'


@pytest.fixture
def made():
    """The names of the procedures, each time some are made."""
    return []


@pytest.fixture
def version(tmp_path, made):
    """Publishes under a name and returns the version: with what was made before, or without."""
    save(tmp_path / "files")
    _import(tmp_path, "Xin thả diều")

    def make(catalogue):
        procedures = [procedure(int(code[2:]), kept.name) for code, kept in catalogue.records.items()]
        made.append([one.name for one in procedures])
        return procedures

    def published(to, before=None):
        sources = Sources(tmp_path / "catalogue", tmp_path / "files", imported=make, before=before)
        return publish(tmp_path / to, sources, keep=2).version

    return published


@pytest.fixture
def before(tmp_path):
    return ImportedBefore(tmp_path / "state" / "imported.jsonl")


def _import(folder, name):
    records = [StoredRecord(record(code=CODE, name=name))]
    write_catalogue(folder / "catalogue", records, Import(date(2026, 7, 18)))


def test_what_was_made_before_is_not_made_again_and_gives_the_same_snapshot(version, before, made):
    plain, first, second = version("plain"), version("first", before), version("second", before)
    assert plain == first == second
    assert len(made) == 2


def test_an_edited_file_of_ours_makes_nothing_of_the_catalogue_again(tmp_path, version, before, made):
    old = version("snapshots", before)
    save_aliases(tmp_path / "files", ALIASES)
    assert version("snapshots", before) != old
    assert len(made) == 1


def test_another_catalogue_is_made_anew(tmp_path, version, before, made):
    version("snapshots", before)
    _import(tmp_path, "Xin nuôi ong")
    version("snapshots", before)
    assert read_current(tmp_path / "snapshots").procedures[CODE].name == "Xin nuôi ong"
    assert len(made) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-9],
        lambda content: content.replace("diều".encode(), "diên".encode()),
        lambda content: content.replace(b'"mark":"', b'"mark":"0'),
        lambda content: b"",
        lambda content: b"[]\n",
        lambda content: b"\xff\xfe",
    ],
)
def test_a_damaged_file_is_made_anew(version, before, made, damage):
    whole = version("first", before)
    before.file.write_bytes(damage(before.file.read_bytes()))
    assert version("second", before) == whole
    assert version("third", before) == whole
    assert len(made) == 2


def test_a_file_that_cannot_be_written_stops_nothing(tmp_path, version, made):
    (tmp_path / "state").write_text("no folder")
    assert version("snapshots", ImportedBefore(tmp_path / "state" / "imported.jsonl"))
