"""The sheet of papers: exactly those of the record, each with its place there, nothing merged."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from actions.checklist import checklist
from actions.checklist_choices import has_papers_for_proxies
from actions.documents import cases
from actions.excerpt import cleaned
from actions.papers import papers_of
from actions.printable import NoChecklist, printable
from knowledge_base.knowledge import read_knowledge
from knowledge_base.procedure import DocumentCase, Note
from tests.actions.desk import services, style
from tests.actions.made_up import BIRTH, LEASE, SPLIT, paper

STYLE = style()
CURATED = sorted(read_knowledge().procedures.values(), key=lambda procedure: procedure.code)
FIRST_CASES = 4
PROXY = DocumentCase("* Trường hợp ủy quyền thực hiện thủ tục", (paper("Hợp đồng ủy quyền"),))
FILED_BY_PROXY = replace(SPLIT, documents=(*SPLIT.documents, PROXY))


def names(sheet):
    return [paper.name for group in sheet.groups for paper in group.papers]


def papers_named(case):
    return [cleaned(row.name).rstrip(" .;:") for row in papers_of(case)]


@pytest.mark.parametrize("procedure", CURATED, ids=lambda procedure: procedure.code)
def test_the_whole_sheet_has_every_paper_of_the_record(procedure):
    wanted = {name for case in procedure.documents for name in papers_named(case)}
    sheet = checklist(procedure, STYLE)
    assert set(names(sheet)) == wanted
    assert all(
        paper.source.startswith("Nguồn: Thành phần hồ sơ, ") for g in sheet.groups for paper in g.papers
    )
    assert all(fact.lines and fact.source for fact in sheet.facts)
    assert any(procedure.shown_code in line for line in sheet.source)


@pytest.mark.parametrize(
    "procedure",
    [procedure for procedure in CURATED if len(cases(procedure, STYLE)) > 1],
    ids=lambda procedure: procedure.code,
)
def test_a_case_has_its_own_papers_in_full_and_none_of_another_case(procedure):
    shown = cases(procedure, STYLE)
    for index in shown[:FIRST_CASES]:
        others = [procedure.documents[other] for other in shown if other != index]
        rest = [case for case in procedure.documents if case not in others]
        sheet = checklist(procedure, STYLE, case=index)
        assert sheet.case == index + 1
        assert Counter(papers_named(procedure.documents[index])) <= Counter(names(sheet))
        assert set(names(sheet)) <= {name for case in rest for name in papers_named(case)}


def test_quantities_forms_and_the_row_of_the_record_stand_beside_a_paper():
    first = checklist(SPLIT, STYLE).groups[0].papers[0]
    assert (first.originals, first.copies, first.forms) == (1, 1, ("Mau21.docx",))
    assert first.counts == "1 bản chính, 1 bản sao"
    assert first.source == "Nguồn: Thành phần hồ sơ, dòng 1"


def test_the_row_is_counted_within_the_group_that_the_record_puts_it_in():
    sheet = checklist(BIRTH, STYLE)
    sources = {paper.name: paper.source for group in sheet.groups for paper in group.papers}
    assert sources["Giấy chứng sinh"] == "Nguồn: Thành phần hồ sơ, phần “Giấy tờ phải nộp”, dòng 1"


def test_papers_of_some_only_stand_apart():
    some = DocumentCase("", (paper("Đơn đề nghị"), paper("Trường hợp đất thuê thì nộp hợp đồng thuê")))
    groups = checklist(replace(SPLIT, documents=(some,)), STYLE).groups
    assert [group.title for group in groups] == ["", "Thêm nữa, chỉ khi đúng trường hợp ghi trong dòng"]


def test_notes_are_notes_ours_first():
    noted = replace(SPLIT, notes=(Note("Mang theo bản chính.", "Thành phần hồ sơ"),))
    texts = [note.text for note in checklist(noted, STYLE).notes]
    assert texts[0] == "Lưu ý: Mang theo bản chính."
    assert "xuất trình bản chính" in texts[1]


def test_who_files_in_person_needs_no_papers_for_a_proxy():
    assert "Hợp đồng ủy quyền" in names(checklist(FILED_BY_PROXY, STYLE))
    assert "Hợp đồng ủy quyền" in names(checklist(FILED_BY_PROXY, STYLE, by_proxy=True))
    assert "Hợp đồng ủy quyền" not in names(checklist(FILED_BY_PROXY, STYLE, by_proxy=False))


@pytest.mark.parametrize(
    ("name", "is_only_for_proxies"),
    [
        (
            "- Văn bản ủy quyền (được chứng thực) trong trường hợp ủy quyền thực hiện việc đăng ký khai sinh.",
            True,
        ),
        ("Giấy ủy quyền (nếu nộp đơn thông qua đại diện)", True),
        ("Giấy ủy quyền của chủ sở hữu trang thiết bị y tế cho cơ sở thực hiện việc đăng ký lưu hành", False),
        ("Hợp đồng ủy quyền làm đại lý đổi ngoại tệ do tổ chức tín dụng ủy quyền ký", False),
    ],
)
def test_only_a_paper_that_says_so_is_left_out_for_who_files_in_person(name, is_only_for_proxies):
    procedure = replace(SPLIT, documents=(DocumentCase("", (paper("Đơn"), paper(name))),))
    assert has_papers_for_proxies(procedure, STYLE) is is_only_for_proxies
    left = names(checklist(procedure, STYLE, by_proxy=False))
    assert (len(left) == 1) is is_only_for_proxies


def test_only_what_changes_the_list_can_be_chosen():
    assert checklist(SPLIT, STYLE).cases == checklist(SPLIT, STYLE).filers == ()
    sheet = checklist(LEASE, STYLE, case=1)
    assert [(one.case, one.is_chosen) for one in sheet.cases] == [(1, False), (2, True), (0, False)]
    asked = checklist(FILED_BY_PROXY, STYLE, by_proxy=True).filers
    assert [(one.by_proxy, one.is_chosen) for one in asked] == [(False, False), (True, True)]


@pytest.mark.parametrize(("code", "case"), [("9.999999", 0), (LEASE.code, 3), (LEASE.code, 9), ("", 0)])
def test_there_is_no_sheet_for_an_unknown_procedure_or_case(code, case):
    with pytest.raises(NoChecklist):
        printable(services(LEASE), code, case, None)


def test_there_is_no_sheet_for_a_withdrawn_procedure():
    with pytest.raises(NoChecklist):
        printable(services(replace(SPLIT, withdrawn_on=date(2026, 7, 1))), SPLIT.code, 0, None)


def test_who_files_is_left_open_where_it_changes_nothing():
    assert printable(services(SPLIT), SPLIT.code, 0, True).by_proxy is None
