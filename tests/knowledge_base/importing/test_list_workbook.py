"""The list workbook: the header is found by its words."""

import io

import pytest
from openpyxl import load_workbook

from knowledge_base.importing.parsed import Format
from knowledge_base.importing.reading import read_content
from tests.knowledge_base.importing.made_up_files import ORIGIN, workbook

ROW = ("1.000001", "Cấp giấy phép thả diều ;", "Bộ Gió", "Ủy ban nhân dân cấp xã\nPhòng Gió\n", "Trò chơi")


def read(*rows, **more):
    return list(read_content(workbook(*rows, **more), ORIGIN))


def test_rows_have_code_name_and_agencies():
    (parsed,) = read(ROW)
    assert parsed.format is Format.LIST
    assert parsed.record["name"] == "Cấp giấy phép thả diều"
    assert parsed.record["promulgating_agency"] == "Bộ Gió"
    assert parsed.record["executing_agencies"] == ["Ủy ban nhân dân cấp xã", "Phòng Gió"]
    assert parsed.record["submission"] == []


def test_the_old_portals_header_and_order_are_read():
    header = ("STT", "Tên TTHC", "Mã TTHC")
    (parsed,) = read((1, "Cấp giấy phép", "1.000001"), header=header)
    assert (parsed.code, parsed.record["name"]) == ("1.000001", "Cấp giấy phép")


def test_internal_codes_are_internal():
    assert [parsed.record["internal"] for parsed in read(("5.000001", "Rà soát", "", "", ""), ROW)] == [
        True,
        False,
    ]


def test_a_wrong_row_names_itself_and_the_others_are_read():
    no_name, no_code, right = read(("1.000002", " ", "", "", ""), ("../x", "Tên", "", "", ""), (), ROW)
    assert str(no_name).startswith("row 3, name: ")
    assert str(no_code).startswith("row 4, code: ")
    assert right.code == "1.000001"


@pytest.mark.parametrize("header", [("A", "B"), ("Mã số", "B")])
def test_a_workbook_that_is_no_list_is_told(header):
    (problem,) = read(("1.000001", "x"), header=header)
    assert str(problem).startswith("header: ")


def test_a_workbook_with_a_million_blank_rows_is_refused():
    content = io.BytesIO()
    made = load_workbook(io.BytesIO(workbook(ROW)))
    made.active.cell(1_000_000, 1, "x")
    made.save(content)
    (problem,) = read_content(content.getvalue(), ORIGIN)
    assert "rows" in str(problem)
