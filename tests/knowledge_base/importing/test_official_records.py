"""All 5,665 records of the portal: what is kept, and how it compares with another reading of them."""

from collections import Counter

import pytest

from knowledge_base.catalogue.renewal import renewed
from knowledge_base.catalogue.store import Import, read_catalogue, write_catalogue
from knowledge_base.catalogue.stored import Catalogue
from knowledge_base.importing.parsed import Origin, Parsed
from knowledge_base.importing.reading import read_content
from knowledge_base.official.block import official_block
from knowledge_base.official.text import tidy, tidy_name
from tests.knowledge_base.importing.official import (
    LISTS,
    TODAY,
    WORD,
    gathered,
    normalised,
    with_catalogue,
)

pytestmark = [pytest.mark.catalogue, with_catalogue, pytest.mark.xdist_group("catalogue")]

NOT_READ_BY_US = frozenset({"era", "source", "life_event_group"})
"""Judgements and folders of the other reading, in no record of the portal."""

IN_DOLLARS = {"1.003358", "1.009094"}
"""Their fees have no currency but say "155 USD/thẻ": read as dollars here, as đồng there."""


def spaced_alike(value):
    """Blank lines, invisible characters and lost bullets of a symbol font are layout."""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, list):
        return [spaced_alike(item) for item in value]
    if isinstance(value, dict):
        return {key: spaced_alike(item) for key, item in value.items()}
    return value


def without_currency(rows):
    """The other reading writes đồng for an amount without a currency; the block of facts does so later."""
    return [{**row, "fees": [{**fee, "currency": None} for fee in row["fees"]]} for row in rows]


def without_repeats(rows):
    """The other reading keeps a result that the portal repeats."""
    return [row for place, row in enumerate(rows) if row not in rows[:place]]


ALLOWED = {
    "name": lambda name: " ".join(name.split()),
    "submission": without_currency,
    "results": without_repeats,
    "legal_basis": without_repeats,
    "decision_number": lambda number: number or "",
    "portal_cases": lambda rows: [{**row, "code": row["code"].strip()} for row in rows],
    "document_cases": lambda cases: [
        {
            "case": case["case"],
            "documents": [{**row, "forms": set(row["forms"])} for row in case["documents"]],
        }
        for case in cases
    ],
}
"""What may differ by field: a name is one line, a form is named once."""


def test_every_record_is_kept():
    gathering = gathered()
    assert (len(gathering.records), gathering.merged, gathering.refused) == (5665, [], [])


def test_two_procedures_that_claim_one_code_are_both_there():
    names = {code: gathered().records[code].record["name"] for code in ("1.014325", " 1.014325")}
    assert len(set(names.values())) == 2


def test_our_reading_agrees_field_by_field_with_another():
    other = normalised()
    differing = Counter()
    for code, record in gathered().as_records().items():
        for field in other.get(code, {}).keys() - NOT_READ_BY_US:
            alike = ALLOWED.get(field, lambda value: value)
            ours, theirs = (spaced_alike(alike(one[field])) for one in (record, other[code]))
            if ours != theirs:
                differing[field] += 1
    assert differing == {}


def test_the_facts_that_are_answered_agree_but_for_fees_in_dollars():
    other = normalised()
    differing = {
        code
        for code, record in gathered().as_records().items()
        if code in other and official_block(record) != official_block(other[code])
    }
    assert differing == IN_DOLLARS


def test_internal_records_and_test_junk_are_kept_from_citizens_and_provinces_known(tmp_path):
    stored = renewed(Catalogue.empty(), gathered().as_records(), TODAY).records
    assert Counter(one.hidden_because for one in stored) == {"": 5471, "internal": 192, "test-junk": 2}
    provinces = Counter(one.province for one in stored)
    assert provinces.pop("") == 4747
    assert len(provinces) == 31
    assert (provinces["Bắc Ninh"], provinces["Hà Nội"], provinces["Quảng Ngãi"]) == (99, 32, 4)
    write_catalogue(tmp_path, stored, Import(TODAY))
    assert len(read_catalogue(tmp_path).records) == 5665


def test_every_row_of_the_lists_is_read():
    read = [
        one
        for path in sorted(LISTS.glob("*.xlsx"))
        for one in read_content(path.read_bytes(), Origin(path.name, TODAY))
    ]
    assert len(read) == 2642
    assert all(isinstance(one, Parsed) for one in read)
    other = normalised()
    known = [one for one in read if one.code in other]
    same_name = [one for one in known if one.record["name"] == tidy_name(other[one.code]["name"])]
    assert len(same_name) >= 0.99 * len(known)


def test_the_word_export_of_the_old_portal_is_read_whole():
    (parsed,) = read_content(WORD.read_bytes(), Origin(WORD.name, TODAY))
    block = official_block(parsed.record)
    assert (parsed.code, block["name"]) == ("1.004370", "Đăng ký thường trú (thực hiện tại cấp huyện)")
    assert block["modes"][0]["time"] == {"value": 15, "unit": "working_day", "text": ""}
    assert [(row["originals"], row["copies"]) for row in block["documents"][0]["items"]] == [(1, 0)] * 7
    assert len(block["legal_basis"]) == 5
    assert block["legal_basis"][0]["number"] == "81/2006/QH11"
    assert block["agencies"]["coordinating"] == []
