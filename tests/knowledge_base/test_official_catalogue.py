"""A catalogue of normalised records on disk, and what of it may become a file of ours."""

import gzip
import json

import pytest

from knowledge_base.official.catalogue import CatalogueError, find_record
from tests.knowledge_base.made_up import RECORD, record


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


def test_a_record_is_found_by_its_code(catalogue):
    assert find_record(catalogue, "1.000001") == RECORD


@pytest.mark.parametrize(
    ("code", "reason"),
    [("9.999999", "not in"), ("5.000001", "internal"), ("1.000009", "withdrawn"), ("../../etc", "not in")],
)
def test_records_that_citizens_are_not_shown_are_refused(code, reason, catalogue):
    with pytest.raises(CatalogueError, match=reason):
        find_record(catalogue, code)


@pytest.mark.parametrize(
    "content", [b"", b"no gzip", gzip.compress(b"{", mtime=0)[:-4], gzip.compress(b"{", mtime=0)]
)
def test_damaged_catalogue_is_named(content, tmp_path):
    path = tmp_path / "procedures.jsonl.gz"
    path.write_bytes(content)
    with pytest.raises(CatalogueError) as error:
        find_record(path, "1.000001")
    assert str(path) in str(error.value)
