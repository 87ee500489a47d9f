"""What the doctor says of the table of old and new communes."""

import pytest

from bot.doctor.communes import commune_notes, commune_troubles
from knowledge_base.gazetteer.table import written
from office.settings import Settings
from tests.knowledge_base.gazetteer.made_up import FORMER, made_up_source


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    monkeypatch.setattr("bot.doctor.communes.read_source", made_up_source)
    return Settings(communes_table=tmp_path / "communes.tsv")


def test_a_table_that_was_not_made_is_no_trouble_and_said_with_what_makes_it(chosen):
    (note,) = commune_notes(chosen)
    assert "There is no table of old and new communes" in note.what
    assert note.change == "make setup"
    assert list(commune_troubles(chosen)) == []


def test_a_table_that_is_there_is_said_with_its_source_and_day(chosen):
    chosen.communes_table.write_text(written(FORMER, made_up_source()), "utf-8")
    (note,) = commune_notes(chosen)
    assert "knows 11 of before and 9 of today: vietnamadminunits 1.0.4 of 2025-08-23" in note.what
    assert list(commune_troubles(chosen)) == []


def test_a_table_that_cannot_be_used_is_a_trouble_with_what_mends_it(chosen):
    chosen.communes_table.write_text(written(FORMER[1:], made_up_source()), "utf-8")
    (trouble,) = commune_troubles(chosen)
    assert "is damaged" in trouble.what
    assert trouble.mend == f"rm -f {chosen.communes_table} && make setup"
    assert list(commune_notes(chosen)) == []
