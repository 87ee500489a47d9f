"""Making the table from the pinned package of data, and reading it back."""

import pytest

from knowledge_base.gazetteer.communes import FormerCommune
from knowledge_base.gazetteer.errors import TableMissing, TableUnusable, WheelUnusable
from knowledge_base.gazetteer.table import first_line, read_table, written
from knowledge_base.gazetteer.wheel import read_wheel
from tests.knowledge_base.gazetteer.made_up import DISTRICT, FORMER, made_up_source, made_up_wheel


@pytest.fixture
def wheel(tmp_path):
    return made_up_wheel(tmp_path)


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "communes.tsv"
    file.write_text(written(FORMER, made_up_source()), "utf-8")
    return file


def by_code(former):
    return {(one.code, one.name): one for one in former}


def test_a_divided_ward_keeps_all_its_successors(wheel):
    read = by_code(read_wheel(wheel, made_up_source(wheel)))
    assert [now.name for now in read["00007", "Cống Vị"].successors] == ["Ngọc Hà", "Giảng Võ"]


def test_the_table_says_what_the_package_says(wheel, tmp_path):
    source = made_up_source(wheel)
    file = tmp_path / "communes.tsv"
    file.write_text(written(read_wheel(wheel, source), source), "utf-8")
    assert by_code(read_table(file, source)) == by_code(FORMER)


def test_another_package_than_the_pinned_one_is_refused(wheel):
    source = made_up_source(wheel)
    wheel.write_bytes(wheel.read_bytes() + b" ")
    with pytest.raises(WheelUnusable, match="sha256"):
        read_wheel(wheel, source)


def test_figures_that_are_not_as_expected_are_refused(wheel):
    with pytest.raises(WheelUnusable, match="'split': 2"):
        read_wheel(wheel, made_up_source(wheel, split=3))


def test_a_ward_that_nothing_came_after_is_refused(tmp_path):
    lost = (*FORMER[:-1], FormerCommune("1", "xã", "Lạc", DISTRICT, ()))
    wheel = made_up_wheel(tmp_path, lost)
    with pytest.raises(WheelUnusable, match="nothing came after xã Lạc"):
        read_wheel(wheel, made_up_source(wheel, communes=8))


def test_lines_are_sorted_so_that_two_tables_can_be_compared(table):
    first, *lines = table.read_text("utf-8").splitlines()
    assert first == first_line(made_up_source())
    assert "MIT" in first
    assert lines == sorted(lines)


def test_a_table_that_is_missing_made_of_another_source_or_cut_off_is_told_apart(table):
    with pytest.raises(TableMissing):
        read_table(table.with_name("none.tsv"), made_up_source())
    whole = table.read_text("utf-8")
    for damaged in (whole[:-200], whole.replace("00008 00025", "00008 9"), whole.replace("\t", " ", 1)):
        table.write_text(damaged, "utf-8")
        with pytest.raises(TableUnusable, match="damaged"):
            read_table(table, made_up_source())
    table.write_text(f"# something else\n{whole}", "utf-8")
    with pytest.raises(TableUnusable, match="another source"):
        read_table(table, made_up_source())
