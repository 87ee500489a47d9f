"""Our own files over the imported records: stale ones and orphans."""

from datetime import date, timedelta

from knowledge_base.catalogue.curated import stale_files
from knowledge_base.catalogue.orphans import orphans
from tests.knowledge_base.catalogue.base import FETCHED, after, catalogue, imported
from tests.knowledge_base.made_up import save, save_aliases, written

TODAY = date(2026, 8, 1)
RECORD = imported()
OTHERS = [imported(f"1.0001{number:02}", name=f"Trò chơi {number}") for number in range(20)]


def stale(knowledge, folder, today=TODAY):
    return [(item.code, item.why) for item in stale_files(knowledge, folder / "procedures", today)]


def test_a_file_as_the_record_has_it_is_not_stale(tmp_path):
    save(tmp_path, text=written(RECORD))
    assert stale(catalogue(RECORD), tmp_path) == []


def test_a_fact_that_changed_under_a_file_is_named(tmp_path):
    path = save(tmp_path, text=written(RECORD))
    ((code, why),) = stale(catalogue(imported(requirementsAndConditions="Có gió.")), tmp_path)
    assert code == "1.000001"
    assert why == f"the official record changed: conditions; motcua kb draft 1.000001 --update {path}"


def test_a_withdrawn_procedure_and_a_day_of_review_are_reasons(tmp_path):
    save(tmp_path, text=written(RECORD))
    now = after(catalogue(RECORD, *OTHERS), *OTHERS, on=FETCHED + timedelta(days=10))
    reasons = stale(now, tmp_path, today=date(2027, 2, 1))
    assert [why for _, why in reasons] == [
        "withdrawn on 2026-07-28; likely successors: none known",
        "to be read again by 2027-01-18",
    ]


def test_a_file_that_cannot_be_read_is_left_to_the_check(tmp_path):
    save(tmp_path, text="code: [")
    save(tmp_path, code="1.000002", text="- x")
    assert stale(catalogue(RECORD), tmp_path) == []


def test_orphans_are_named_with_likely_successors(tmp_path):
    save(tmp_path, text=written(RECORD))
    save_aliases(tmp_path, '- code: "1.000001"\n- code: "9.999999"\n- code: "1.000100"\n- x\n')
    save_aliases(tmp_path, "nothing: [", name="broken")
    heir = imported("1.000777", name="Cấp giấy phép thả diều to")
    now = after(catalogue(RECORD, *OTHERS), heir, *OTHERS, on=FETCHED + timedelta(days=10))
    assert [(orphan.code, orphan.why, orphan.successors) for orphan in orphans(now, tmp_path)] == [
        ("1.000001", "withdrawn on 2026-07-28", ("1.000777",)),
        ("1.000001", "withdrawn on 2026-07-28", ("1.000777",)),
        ("9.999999", "not in the imported catalogue", ()),
    ]


def test_a_name_for_what_citizens_are_not_shown_is_an_orphan(tmp_path):
    save_aliases(tmp_path, '- code: "1.000001"\n')
    (orphan,) = orphans(catalogue(imported(isInternal=True)), tmp_path)
    assert orphan.why == "kept from citizens: internal"
