"""The imported catalogue on disk."""

import gzip
import os
from datetime import date

import pytest

from knowledge_base.catalogue.errors import StoreUnreadable
from knowledge_base.catalogue.store import (
    Import,
    catalogue_file,
    read_catalogue,
    read_last_import,
    write_catalogue,
)
from knowledge_base.catalogue.stored import StoredRecord
from tests.knowledge_base.made_up import record

TODAY = date(2026, 7, 18)
KEPT = StoredRecord(record(), province="Hà Nội", first_day=date(2025, 6, 23))
GONE = StoredRecord(
    record(code="1.000002"),
    withdrawn_on=TODAY,
    successors=("1.000001",),
    hidden_because="internal",
    last_day=date(2026, 7, 17),
)


def test_what_was_written_is_read_back_in_the_order_of_codes(tmp_path):
    version = write_catalogue(tmp_path, [GONE, KEPT], Import(TODAY))
    catalogue = read_catalogue(tmp_path)
    assert list(catalogue.records.values()) == [KEPT, GONE]
    assert (catalogue.version, catalogue.imported_on) == (version, TODAY)
    assert list(catalogue.in_force()) == [KEPT]
    assert [stored.for_citizens for stored in catalogue.records.values()] == [True, False]


def test_equal_content_has_an_equal_version_whatever_the_day(tmp_path):
    first = write_catalogue(tmp_path, [KEPT, GONE], Import(TODAY))
    assert write_catalogue(tmp_path, [GONE, KEPT], Import(date(2026, 8, 1), {"new": ["1.000001"]})) == first


def test_nothing_imported_is_an_empty_catalogue(tmp_path):
    assert read_catalogue(tmp_path / "none").records == {}
    assert read_last_import(tmp_path / "none") is None


def test_changes_of_the_last_import_are_kept_with_it(tmp_path):
    write_catalogue(tmp_path, [KEPT], Import(TODAY, {"new": ["1.000001"]}))
    assert read_last_import(tmp_path) == Import(TODAY, {"new": ["1.000001"]})


def test_text_that_is_no_clean_unicode_survives(tmp_path):
    odd = StoredRecord(record(name="a\ud800\r\u2028b\x00"))
    write_catalogue(tmp_path, [odd], Import(TODAY))
    assert read_catalogue(tmp_path).records[odd.code] == odd


def test_failure_while_writing_leaves_the_old_catalogue_and_no_rest(tmp_path, monkeypatch):
    write_catalogue(tmp_path, [KEPT], Import(TODAY))

    def full(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        write_catalogue(tmp_path, [KEPT, GONE], Import(TODAY))
    assert list(read_catalogue(tmp_path).records.values()) == [KEPT]
    assert list(tmp_path.iterdir()) == [catalogue_file(tmp_path)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-20],
        lambda content: b"",
        lambda content: b"no gzip",
        lambda content: gzip.compress(gzip.decompress(content).replace(b'"format":1', b'"format":9')),
        lambda content: gzip.compress(b"\n".join(gzip.decompress(content).splitlines()[:-1])),
        lambda content: gzip.compress(gzip.decompress(content).replace(b'"code"', b'"kode"')),
    ],
)
def test_damaged_catalogue_is_named_and_the_way_out_told(damage, tmp_path):
    write_catalogue(tmp_path, [KEPT, GONE], Import(TODAY))
    path = catalogue_file(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(StoreUnreadable, match="motcua kb import") as error:
        read_catalogue(tmp_path)
    assert str(path) in str(error.value)
