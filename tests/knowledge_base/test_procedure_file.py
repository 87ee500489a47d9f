"""A procedure's file is read, and every mistake in it is said where it stands."""

from datetime import date

import pytest

from knowledge_base.procedure import Agencies, Decision, Fee, Override, ProcessingTime, Step
from knowledge_base.procedure_file import read_procedure
from tests.knowledge_base.made_up import save, written


def read(folder, text=None, code="1.000001"):
    return read_procedure(save(folder, code, text), f"{code}.yml")


def only_finding(folder, text, code="1.000001"):
    file = read(folder, text, code)
    assert file.procedure is None
    (finding,) = file.findings
    assert finding.what
    assert finding.why
    assert finding.mend
    return finding


def line_with(text, part):
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


def test_finished_file_becomes_a_procedure(tmp_path):
    file = read(tmp_path)
    procedure = file.procedure
    assert file.findings == ()
    assert (procedure.code, procedure.short_name) == ("1.000001", "Xin thả diều")
    assert procedure.name == "CẤP GIẤY PHÉP THẢ DIỀU"
    assert procedure.decision == Decision("205/TTr-SNNMT", None)
    assert procedure.portal_url == "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d"
    assert (procedure.updated_on, procedure.review_by) == (date(2026, 4, 16), date(2027, 1, 18))
    assert procedure.agencies == Agencies(("Ủy ban nhân dân cấp xã",), (), ())
    assert procedure.modes[0].time == ProcessingTime(17.5, "working_day", "")
    assert procedure.modes[0].fees[0] == Fee("Lệ phí", 0, "VND", "Do HĐND tỉnh quy định")
    assert procedure.documents[0].documents[1].note
    assert procedure.steps[0] == Step("Bước 1, bạn thả diều.", "Trình tự thực hiện")


def test_finding_reads_as_a_line_that_editors_understand(tmp_path):
    text = written().replace("short_name: Xin thả diều", "short_name:")
    finding = only_finding(tmp_path, text)
    assert str(finding) == (
        f"1.000001.yml:{line_with(text, 'short_name')}: short_name is empty; people read it; "
        "write it, see docs/procedures.md"
    )


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ('code: "1.000001"', "code: 1.000001", "code is a number"),
        ('code: "1.000001"', 'code: "1.000002"', "not the file's name"),
        ('code: "1.000001"', 'code: "../../1.000001"', "is none"),
        ("short_name: Xin thả diều", f"short_name: {'Xin thả diều ' * 9}", "characters"),
        ("short_name: Xin thả diều", "short_name: yes", "short_name is yes or no"),
        ("review_by: 2027-01-18", "review_by: 2027-02-30", "review_by is no date"),
        ("review_by: 2027-01-18", "review_by: soon", "review_by is no date"),
        ("review_by: 2027-01-18", "review_by:", "review_by is empty"),
        ("notes: []", "notes: không có", "notes is a text"),
        ("notes: []", "notes: [một]", "is a text"),
        ("notes: []", "note: []", "the key note is not known"),
        ("siblings: []", "siblings: [1.000002]", "siblings is a number"),
        ("distinction: người thả diều", "distinction: [diều]", "distinction is a list"),
        (
            "    source: Trình tự thực hiện\nnotes",
            "    nguồn: x\n    source: Trình tự thực hiện\nnotes",
            "nguồn",
        ),
        ("    source: Trình tự thực hiện\nnotes", "    source: nghe nói\nnotes", "no section of a record"),
        ("  - text: Bước 3, bạn thả diều.\n    source: Trình tự thực hiện\n", "", "the number of steps is 2"),
    ],
)
def test_mistake_in_our_words_is_found_at_its_line(good, bad, says, tmp_path):
    assert good in written()
    text = written().replace(good, bad)
    finding = only_finding(tmp_path, text)
    assert says in finding.what
    assert 1 <= finding.line <= len(text.splitlines())


def test_all_mistakes_are_told_at_once(tmp_path):
    text = written().replace("Xin thả diều", "''").replace("người thả diều", "''")
    file = read(tmp_path, text)
    assert [finding.line for finding in file.findings] == [2, 3]


def test_missing_key_is_named(tmp_path):
    text = written().replace("distinction: người thả diều\n", "")
    assert "has no distinction" in only_finding(tmp_path, text).what


def test_official_block_edited_by_hand_is_found(tmp_path):
    text = written().replace("amount: 0", "amount: 50000")
    finding = only_finding(tmp_path, text)
    assert finding.line == line_with(text, "facts_sha256")
    assert "edited by hand" in finding.why
    assert finding.mend == "run motcua kb draft 1.000001 --update 1.000001.yml"


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("amount: 0", "amount: nhiều", "amount is not a whole number"),
        ("amount: 0", f"amount: {'9' * 5000}", "amount is not a whole number"),
        ("amount: 0", "amount: -5", "amount is not a whole number"),
        ("value: 17.5", "value: .inf", "value is not a number"),
        ("value: 17.5", "value: 1e999", "value is not a number"),
        ("value: 17.5", f"value: {'9' * 5000}", "value is not a number"),
        ("unit: working_day", "unit: tuần", "unit is not known"),
        ("mode: direct", "mode: [direct]", "mode is not known"),
        ("currency: USD", "currency: xu", "currency is not known"),
        ("note: true", "note: có", "note is a text"),
        ("originals: 1", "originals: một", "originals is not a whole number"),
        ("date: null", "date: hôm qua", "date is no date"),
        ("updated: 2026-04-16", "updated: null", "updated is empty"),
    ],
)
def test_broken_fact_is_found_beside_the_broken_hash(good, bad, says, tmp_path):
    assert good in written()
    text = written().replace(good, bad, 1)
    file = read(tmp_path, text)
    assert file.procedure is None
    found = {finding.line: finding.what for finding in file.findings}
    assert says in found[line_with(text, bad[:40])]
    assert line_with(text, "facts_sha256") in found


def test_file_without_facts_is_told_so_once(tmp_path):
    ours, _, _ = written().partition("official:")
    whats = [finding.what for finding in read(tmp_path, ours).findings]
    assert whats == ["the file has no official", "the file has no facts_sha256"]


OVERRIDE = "overrides:\n  - fact: receiving_address\n    value: Nhà văn hóa xã\n    reason: theo Quyết định 1/QĐ-UBND\n"


def overriding(text):
    return written().replace("official:", f"{text}official:", 1)


def test_an_override_replaces_a_fact_and_keeps_its_reason(tmp_path):
    file = read(tmp_path, overriding(OVERRIDE))
    assert file.findings == ()
    assert file.procedure.receiving_address == "Nhà văn hóa xã"
    assert file.procedure.overrides == (Override("receiving_address", "theo Quyết định 1/QĐ-UBND"),)
    assert file.procedure.name == "CẤP GIẤY PHÉP THẢ DIỀU"


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("    reason: theo Quyết định 1/QĐ-UBND\n", "", "has no reason"),
        ("reason: theo Quyết định 1/QĐ-UBND", "reason:", "reason is empty"),
        ("fact: receiving_address", "fact: name", "fact is not known"),
        ("value: Nhà văn hóa xã", "value: ''", "the override of receiving_address changes nothing"),
        ("value: Nhà văn hóa xã", "value: [Nhà văn hóa xã]", "receiving_address is a list"),
        ("overrides:\n", OVERRIDE, "receiving_address is overridden twice"),
    ],
)
def test_a_mistake_in_an_override_is_found(good, bad, says, tmp_path):
    assert good in OVERRIDE
    assert says in only_finding(tmp_path, overriding(OVERRIDE.replace(good, bad))).what
