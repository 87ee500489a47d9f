"""A catalogue record becomes facts without losing or inventing a word."""

from datetime import date

import pytest

from knowledge_base.official.block import official_block
from knowledge_base.official.facts_hash import facts_sha256
from knowledge_base.official.text import tidy
from tests.knowledge_base.made_up import RECORD, record


@pytest.fixture(scope="module")
def block():
    return official_block(RECORD)


def test_name_keeps_its_capitals_and_loses_stray_spaces_and_the_last_mark(block):
    assert block["name"] == "CẤP GIẤY PHÉP THẢ DIỀU"


def test_null_list_elements_and_repetitions_are_left_out(block):
    assert block["levels"] == ["Cấp xã"]
    assert block["subjects"] == ["Công dân Việt Nam"]
    assert block["agencies"] == {
        "executing": ["Ủy ban nhân dân cấp xã"],
        "competent": [],
        "coordinating": [],
    }
    assert block["results"] == ["Giấy phép"]


def test_zero_fee_keeps_the_text_that_says_otherwise(block):
    stated, unknown = block["modes"][0]["fees"]
    assert stated == {"kind": "Lệ phí", "amount": 0, "currency": "VND", "text": "Do HĐND tỉnh quy định"}
    assert unknown == {"kind": "", "amount": None, "currency": "USD", "text": ""}


def test_time_stays_as_the_record_has_it_per_mode(block):
    assert [(mode["mode"], mode["time"]) for mode in block["modes"]] == [
        ("direct", {"value": 17.5, "unit": "working_day", "text": ""}),
        ("online", {"value": 1, "unit": None, "text": ""}),
        ("postal", {"value": None, "unit": None, "text": "Theo mô tả"}),
    ]
    assert block["modes"][1]["description"] == "Trong ngày"


def test_rows_without_a_quantity_or_under_a_note_heading_are_notes(block):
    unnamed, notes = block["documents"]
    assert unnamed["case"] == ""
    assert [(item["name"], item.get("note", False)) for item in unnamed["items"]] == [
        ("- Đơn xin;", False),
        ("Người nộp ký tên.", True),
    ]
    assert notes["items"][0]["note"] is True


@pytest.mark.parametrize(
    ("row", "is_note"),
    [
        ("Hóa đơn thương mại: 01 bản chụp;", False),
        ("- Bản sao toàn bộ hồ sơ", False),
        ("(6) Giấy tờ chứng minh", False),
        ("a) Tờ khai hải quan", False),
        ("Trường hợp gửi qua bưu chính thì kèm bản sao", True),
        ("Số lượng hồ sơ: 01 bộ", True),
        ("*Lưu ý: Không yêu cầu Giấy khai sinh", True),
        ("-", True),
    ],
)
def test_row_without_a_quantity_is_a_paper_only_if_it_begins_like_one(row, is_note):
    paper = {"name": row, "originals": 0, "copies": 0, "forms": [], "is_result": False}
    block = official_block(record(document_cases=[{"case": "", "documents": [paper]}]))
    assert block["documents"][0]["items"][0].get("note", False) is is_note


def test_papers_that_are_results_are_no_papers_to_file(block):
    assert "Giấy phép" not in [item["name"] for item in block["documents"][0]["items"]]


def test_duplicate_laws_are_cited_once_and_dirty_numbers_stay(block):
    assert [law["number"] for law in block["legal_basis"]] == ["118/2025/NĐ-C", "28/2026/QĐ-UBND."]
    assert block["decision"] == {"number": "205/TTr-SNNMT", "date": None}


def test_a_dash_in_place_of_a_text_is_none():
    block = official_block(record(conditions="-", receiving_address="...", results=[{"name": "- "}]))
    assert (block["conditions"], block["receiving_address"], block["results"]) == ("", "", [])


def test_dates_are_dates(block):
    assert (block["updated"], block["crawled"]) == (date(2026, 4, 16), date(2026, 7, 18))


def test_symbol_font_bullets_and_invisible_characters_are_gone(block):
    assert block["conditions"] == "Có diều.\n- Có dây."


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (None, ""),
        (5, ""),
        ("ho\u0300a", "hòa"),
        ("a\u200b\xa0 b\r\n\n\tc", "a b\nc"),
        ("\ud800x\x00", "x"),
    ],
)
def test_any_value_becomes_clean_text(raw, clean):
    assert tidy(raw) == clean


def test_hash_sees_facts_and_not_their_layout():
    block = official_block(RECORD)
    reordered = dict(reversed(block.items()))
    other = official_block(record(conditions="Không có diều."))
    assert facts_sha256(block) == facts_sha256(reordered)
    assert facts_sha256({"value": 20}) == facts_sha256({"value": 20.0})
    assert facts_sha256(block) != facts_sha256(other)


CASE = {"code": "1.000001.01", "name": "Thả diều", "qty": 8, "unit": "WORKING_DAY"}


def untimed(**changes):
    way = {**RECORD["submission"][1], **changes}
    return record(submission=[way], portal_cases=[CASE, CASE, {**CASE, "qty": 1, "unit": "OTHER"}])


def test_the_portals_case_times_count_where_no_way_of_filing_has_one():
    assert official_block(untimed())["case_times"] == [
        {"case": "Thả diều", "value": 8, "unit": "working_day"}
    ]
    assert official_block(untimed(time_value=None, time_text="Theo mô tả"))["case_times"]


def test_a_case_that_is_called_like_the_procedure_needs_no_name():
    named = {**untimed(), "name": "Thả Diều."}
    assert official_block(named)["case_times"][0]["case"] == ""


@pytest.mark.parametrize("told", [{"time_unit_code": "DAY"}, {"time_text": "Trong ngày"}])
def test_a_time_of_a_way_of_filing_leaves_the_cases_out(told):
    assert "case_times" not in official_block(untimed(**told))
