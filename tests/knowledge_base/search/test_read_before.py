"""What was read before is not read again, and the same index comes of it."""

from dataclasses import replace

import pytest

from knowledge_base.search import readings
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.indexing import index_of
from knowledge_base.search.read_before import ReadBefore

DOCUMENTS = [
    SearchDocument("1", "Xin thả diều", ("chơi diều",), ("thả diều ở đâu",), "Tờ khai thả diều"),
    SearchDocument("2", "Xin nuôi ong", ("nuôi ong mật",), (), "Bản sao căn cước"),
    SearchDocument("3", "Xin thả diều", body=""),
]
EDITED = [replace(DOCUMENTS[1], name="Xin nuôi dế"), DOCUMENTS[0], SearchDocument("4", "Xin trồng chè")]


@pytest.fixture
def before(tmp_path):
    return ReadBefore(tmp_path / "state" / "readings.npz", "mark")


@pytest.fixture
def read(monkeypatch):
    """The names that are read, each time one is."""
    names = []

    def watched(name, read=readings.read_query):
        names.append(name)
        return read(name)

    monkeypatch.setattr(readings, "read_query", watched)
    return names


@pytest.fixture
def index(tmp_path):
    """Builds an index and returns its file's content."""

    def built(documents, *before):
        index_of(documents, *(one.of for one in before)).write(tmp_path / "index.npz")
        return (tmp_path / "index.npz").read_bytes()

    return built


def test_the_index_is_the_same_to_the_byte_with_what_was_read_before_and_without(before, index):
    assert index(DOCUMENTS, before) == index(DOCUMENTS, before) == index(DOCUMENTS)
    assert index(EDITED, before) == index(EDITED, before) == index(EDITED)


def test_only_new_names_are_read_again(before, index, read):
    index(DOCUMENTS, before)
    read.clear()
    index(EDITED, before)
    assert read == ["Xin nuôi dế", "Xin trồng chè"]


def test_under_another_mark_all_is_read_again(before, index, read):
    index(DOCUMENTS, before)
    read.clear()
    index(DOCUMENTS, replace(before, mark="other"))
    assert len(read) == 5


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-9],
        lambda content: content.replace("diều".encode(), "diên".encode()),
        lambda content: b"",
        lambda content: b"\x00" * 99,
    ],
)
def test_a_damaged_file_is_replaced(before, index, damage):
    whole = index(DOCUMENTS, before)
    kept = before.file.read_bytes()
    before.file.write_bytes(damage(kept))
    assert index(DOCUMENTS, before) == whole
    assert before.file.read_bytes() == kept


def test_a_file_that_cannot_be_written_stops_nothing(tmp_path, before, index):
    (tmp_path / "state").write_text("no folder")
    assert index(DOCUMENTS, before) == index(DOCUMENTS)


def test_nothing_at_all_is_an_index_as_well(before, index):
    assert index([], before) == index([], before) == index([])
