"""The portal's JSON, with the traps that it really has."""

import json

import pytest

from knowledge_base.importing.parsed import Format, Parsed
from knowledge_base.importing.reading import read_content
from knowledge_base.official.block import official_block
from tests.knowledge_base.importing.made_up_files import DETAIL, ORIGIN, as_json, detail


def read(content):
    return list(read_content(content, ORIGIN))


def the_record(**changes):
    (parsed,) = read(as_json(detail(**changes)))
    assert isinstance(parsed, Parsed), parsed
    return parsed.record


@pytest.mark.parametrize(
    "wrapped",
    [
        DETAIL,
        {"data": DETAIL},
        {"code": "OK", "data": DETAIL},
        {"id": "019d-1", "code": "1.000001", "name": "Cấp giấy phép", "detail": DETAIL},
        [DETAIL],
    ],
)
def test_bare_wrapped_and_answered_records_are_the_same(wrapped):
    (parsed,) = read(as_json(wrapped))
    assert parsed.format is Format.JSON
    assert parsed.record["name"] == "Cấp giấy phép thả diều"


def test_facts_are_those_of_the_record():
    block = official_block(the_record())
    assert block["levels"] == ["Cấp tỉnh", "Cấp xã"]
    assert block["decision"]["number"] == "12/QĐ-BG"
    assert str(block["decision"]["date"]) == str(block["updated"]) == "2026-03-05"
    assert block["agencies"]["executing"] == ["Ủy ban nhân dân cấp xã", "Phòng Gió"]
    assert block["legal_basis"] == [{"number": "1/2026/NĐ-CP", "title": "Nghị định về diều"}]
    assert [row["note"] for row in block["documents"][0]["items"] if "note" in row] == [True]
    assert block["documents"][0]["items"][0]["forms"] == ["Mau01.docx"]
    assert block["conditions"] == "Có diều."


def test_each_way_keeps_its_own_time_and_fee():
    online, direct = official_block(the_record())["modes"]
    assert online["time"] == {"value": 3.5, "unit": "working_day", "text": ""}
    assert online["fees"] == [
        {"kind": "Lệ phí", "amount": 0, "currency": "VND", "text": "Do HĐND tỉnh quy định"}
    ]
    assert direct["time"] == {"value": None, "unit": None, "text": "Theo mô tả"}
    assert direct["fees"][0]["kind"] == "Phí"


@pytest.mark.parametrize(
    ("told", "unit", "value", "text"),
    [
        (0, "OTHER", None, None),
        ("0", "OTHER", None, None),
        ("1", "OTHER", 1, None),
        (0, "WORKING_DAY", 0, None),
        ("Trong ngày", "OTHER", None, "Trong ngày"),
        ("nan", "OTHER", None, "nan"),
        (None, "OTHER", None, None),
        (6.25, "DAY", 6.25, None),
    ],
)
def test_times_are_numbers_or_texts(told, unit, value, text):
    way = {"submissionMethod": "POSTAL", "processingTime": told, "processingTimeUnit": unit}
    (row,) = the_record(executionMethods=[way])["submission"]
    assert (row["time_value"], row["time_text"]) == (value, text)


def test_a_fee_in_dollars_is_not_one_in_dong():
    fee = {"type": "FEE", "value": 155, "currencyName": None, "description": "Thẻ tạm trú: 155 USD/thẻ."}
    way = {"submissionMethod": "DIRECT", "processingTime": 5, "processingTimeUnit": "DAY", "fees": [fee]}
    (mode,) = official_block(the_record(executionMethods=[way]))["modes"]
    assert mode["fees"][0]["currency"] == "USD"


@pytest.mark.parametrize(
    ("changes", "internal"),
    [({"isInternal": True}, True), ({"type": "STANDARD_INTERNAL"}, True), ({}, False)],
)
def test_internal_procedures_are_known_by_flag_or_class(changes, internal):
    assert the_record(**changes)["internal"] is internal


@pytest.mark.parametrize("code", [" 1.000001", "1.000001.H19", "1.000001.000.00.00.H17"])
def test_code_is_kept_without_what_other_sites_add(code):
    record = the_record(code=code)
    assert (record["code"], record["code_raw"]) == ("1.000001", code)


@pytest.mark.parametrize("code", ["1.0133611", "2.009182739", "1.014955-Xoa"])
def test_odd_codes_that_exist_are_codes(code):
    assert the_record(code=code)["code"] == code


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "../../etc/passwd"}, "code"),
        ({"code": "1.000001/../x"}, "code"),
        ({"code": None}, "code"),
        ({"code": 1.000001}, "code"),
        ({"name": ""}, "name"),
        ({"name": None}, "name"),
        ({"name": ["x"]}, "name"),
        ({"executionMethods": {"x": 1}}, "executionMethods"),
        ({"executionMethods": ["x"]}, "executionMethods"),
        ({"executionMethods": [{"submissionMethod": "PIGEON"}]}, "submissionMethod"),
        ({"updatedAt": "yesterday"}, "updatedAt"),
        ({"updatedAt": 10**30}, "updatedAt"),
        ({"procedureProposal": "12/QĐ"}, "procedureProposal"),
        ({"requirementsAndConditions": 5}, "requirementsAndConditions"),
        ({"cases": [{"processingDay": 3}]}, "processingDay"),
        (
            {"executionCases": [{"profileComponents": [{"name": "Đơn", "originalQty": "một"}]}]},
            "originalQty",
        ),
        (
            {"executionMethods": [{"submissionMethod": "DIRECT", "fees": [{"value": "free"}]}]},
            "fees.value",
        ),
        (
            {"executionMethods": [{"submissionMethod": "DIRECT", "fees": [{"currencyName": "Xu"}]}]},
            "currencyName",
        ),
    ],
)
def test_what_is_wrong_names_its_field(changes, field):
    (problem,) = read(as_json(detail(**changes)))
    assert str(problem).startswith(f"{field}: ")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (as_json(DETAIL)[:-40], "no JSON"),
        (b'{"a": ' * 100_000, "no JSON"),
        (b'{"a": 1}', "no record of a procedure"),
        (b"[1, 2]", "an object was expected"),
        (b"", "an empty file"),
        (b"<html>", "none of the official formats"),
        (b"\xd0\xcf\x11\xe0 old Word", "before 2007"),
    ],
)
def test_what_is_no_record_is_told(content, said):
    problem, *_ = read(content)
    assert said in str(problem)


def test_one_wrong_record_of_a_list_leaves_the_others():
    wrong, right = read(json.dumps([detail(name=""), detail("1.000002")]).encode())
    assert "name" in str(wrong)
    assert right.code == "1.000002"
