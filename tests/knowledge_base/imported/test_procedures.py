"""Imported records become procedures with the facts that curated files have, and no word of ours."""

from dataclasses import replace
from datetime import date

import pytest

from knowledge_base.imported.procedure import imported_procedure
from knowledge_base.imported.procedures import imported_procedures
from knowledge_base.imported.under_curated import over_imported
from knowledge_base.official.block import official_block
from knowledge_base.procedure import NewerRecord, ProcessingTime, Step
from tests.actions.made_up import SPLIT
from tests.knowledge_base.catalogue.base import after, catalogue, imported

DAY = 86_400_000
DECIDED = 1_772_668_800_000


def decided(days_later=0):
    return {"procedureProposal": {"proposalNumber": "12/QĐ", "decisionDate": DECIDED + days_later * DAY}}


def procedures(*records, **more):
    return {procedure.code: procedure for procedure in imported_procedures(catalogue(*records, **more))}


def test_the_facts_are_those_of_the_official_block():
    record = imported()
    (procedure,) = procedures(record).values()
    block = official_block(record)
    assert (procedure.name, procedure.field) == (block["name"], block["field"])
    assert procedure.modes[0].time == ProcessingTime(3.5, "working_day", "")
    assert procedure.modes[0].fees[0].text == "Do HĐND tỉnh quy định"
    assert procedure.documents[0].documents[1].note
    assert (procedure.updated_on, procedure.crawled_on) == (date(2026, 3, 5), date(2026, 7, 18))
    assert procedure.portal_url == "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d-1.000001"


def test_there_is_no_word_of_ours():
    (procedure,) = procedures(imported()).values()
    assert not procedure.is_curated
    assert (procedure.summary, procedure.notes, procedure.aliases, procedure.distinction) == ("", (), (), "")
    assert procedure.short_name == "Cấp giấy phép thả diều"
    assert procedure.steps == (
        Step("Bước 1: Nộp hồ sơ.", "Trình tự thực hiện"),
        Step("Bước 2: Nhận giấy phép.", "Trình tự thực hiện"),
    )


def test_it_is_to_be_fetched_again_after_half_a_year():
    (procedure,) = procedures(imported()).values()
    assert procedure.review_by == date(2027, 1, 18)


def test_a_record_from_print_has_no_day_of_its_last_change():
    (stored,) = catalogue({**imported(), "portal_updated": None}).records.values()
    assert imported_procedure(stored).updated_on is None


def test_an_amount_that_no_file_could_hold_is_left_empty():
    fees = [{"type": "FEE", "value": 0.5, "description": ""}]
    way = {"submissionMethod": "DIRECT", "processingTime": 1, "processingTimeUnit": "DAY", "fees": fees}
    (procedure,) = procedures(imported(executionMethods=[way])).values()
    assert procedure.modes[0].fees[0].amount is None


@pytest.mark.parametrize(
    "hidden",
    [
        {"isInternal": True},
        {"name": "Test thủ tục"},
        {"executionMethods": [], "executionCases": [], "executionSteps": []},
    ],
)
def test_hidden_records_never_become_procedures(hidden):
    assert procedures(imported(**hidden)) == {}


def test_of_copies_one_becomes_a_procedure():
    copies = procedures(imported("1.000001"), imported("1.000002", updatedAt=DECIDED + DAY))
    assert list(copies) == ["1.000002"]


def test_a_code_with_a_space_in_front_is_another_procedure():
    both = procedures(
        imported("1.000001"), {**imported(name="Thu hồi giấy phép thả diều"), "code": " 1.000001"}
    )
    assert both[" 1.000001"].name == "Thu hồi giấy phép thả diều"
    assert both[" 1.000001"].shown_code == "1.000001"


def test_a_province_is_named():
    assert procedures(imported(province="Lào Cai"))["1.000001"].province == "Lào Cai"


def test_a_withdrawn_record_is_a_procedure_that_says_so():
    first = catalogue(imported("1.000001"), imported("1.000002", name="Cấp đổi giấy phép thả diều"))
    later = after(
        first, imported("1.000002", name="Cấp đổi giấy phép thả diều"), on=date(2026, 8, 1), accept_loss="thử"
    )
    gone = {procedure.code: procedure for procedure in imported_procedures(later)}["1.000001"]
    assert gone.withdrawn_on == date(2026, 8, 1)
    assert gone.successors == ("1.000002",)


def test_namesakes_are_siblings_and_told_apart_by_who_files_unless_the_level_does_it():
    told = procedures(
        imported("1.000001"),
        imported("1.000002", subjectTypesDetails=[{"name": "Doanh nghiệp"}]),
    )
    assert told["1.000001"].siblings == ("1.000002",)
    assert [one.distinction for one in told.values()] == ["Công dân Việt Nam", "Doanh nghiệp"]
    by_level = procedures(imported("1.000001"), imported("1.000002", isMinistry=True))
    assert [one.distinction for one in by_level.values()] == ["", ""]
    assert by_level["1.000002"].siblings == ("1.000001",)


def test_long_names_that_begin_alike_are_told_apart_by_their_ends():
    begin = "Cấp Giấy chứng nhận đủ điều kiện thả diều sáo ban đêm đối với câu lạc bộ thả diều"
    told = procedures(imported("1.000001", name=f"{begin} sáo"), imported("1.000002", name=f"{begin} giấy"))
    assert len({one.short_name for one in told.values()}) == 1
    assert [one.distinction for one in told.values()] == [
        "đối với câu lạc bộ thả diều sáo",
        "đối với câu lạc bộ thả diều giấy",
    ]
    assert not any(one.siblings for one in told.values())


def test_provinces_are_no_siblings_of_each_other():
    told = procedures(imported("1.000001", province="Lào Cai"), imported("1.000002", province="Hà Tĩnh"))
    assert not any(one.siblings or one.distinction for one in told.values())


def test_a_record_knows_the_newer_one_of_the_same_name():
    told = procedures(
        imported("1.000001", **decided()), imported("1.000002", province="Lào Cai", **decided(9))
    )
    assert told["1.000001"].newer == (NewerRecord("1.000002", "Lào Cai", date(2026, 3, 14)),)
    assert told["1.000002"].newer == ()


def test_a_decision_from_the_future_is_newer_than_nothing():
    told = procedures(
        imported("1.000001", **decided()), imported("1.000002", province="Lào Cai", **decided(900))
    )
    assert told["1.000001"].newer == ()


def test_words_and_facts_of_a_curated_file_win_over_the_import():
    curated = replace(SPLIT, code="1.000001", siblings=("1.000009",))
    first = catalogue(
        imported("1.000001", province="Lào Cai"), imported("1.000002", province="Lào Cai", isMinistry=True)
    )
    below = {procedure.code: procedure for procedure in imported_procedures(first)}["1.000001"]
    both = over_imported(curated, replace(below, withdrawn_on=date(2026, 8, 1), successors=("1.000003",)))
    assert both.siblings == ("1.000009", "1.000002")
    assert (both.province, both.withdrawn_on, both.successors) == ("Lào Cai", date(2026, 8, 1), ("1.000003",))
    assert replace(both, siblings=curated.siblings, province="", withdrawn_on=None, successors=()) == curated
