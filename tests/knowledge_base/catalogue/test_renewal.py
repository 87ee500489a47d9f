"""A new import over an older one."""

from datetime import date, timedelta

import pytest

from knowledge_base.catalogue.errors import LossTooGreat
from knowledge_base.catalogue.renewal import renewed
from knowledge_base.catalogue.stored import Catalogue
from tests.knowledge_base.catalogue.base import FETCHED, after, by_code, catalogue, imported

NEXT_MONTH = FETCHED + timedelta(days=30)
MANY = [imported(f"1.{number:06}", name=f"Cấp phép trò chơi số {number}") for number in range(20)]


def changes(old, *records, **more):
    return renewed(old, by_code(*records), NEXT_MONTH, **more).changes


def test_a_first_import_is_all_new():
    assert changes(Catalogue.empty(), *MANY[:2]).new == ("1.000000", "1.000001")


def test_an_import_of_the_same_changes_nothing():
    told = changes(catalogue(*MANY), *MANY)
    assert (told.new, told.changed, told.withdrawn, told.returned) == ((), {}, (), ())


def test_a_later_fetch_is_no_change_by_itself():
    later = {**MANY[0], "source": {**MANY[0]["source"], "crawled": "2026-08-17"}}
    assert changes(catalogue(*MANY), later, *MANY[1:]).changed == {}


def test_changed_facts_are_named():
    changed = imported("1.000000", name="Cấp phép trò chơi số 0", requirementsAndConditions="Có gió.")
    assert changes(catalogue(*MANY), changed, *MANY[1:]).changed == {"1.000000": ("conditions",)}


def test_a_vanished_code_is_withdrawn_and_never_deleted():
    now = after(catalogue(*MANY), *MANY[1:], on=NEXT_MONTH)
    gone = now.records["1.000000"]
    assert (gone.withdrawn_on, gone.last_day) == (NEXT_MONTH, FETCHED)
    assert gone.name == "Cấp phép trò chơi số 0"
    assert "1.000000" not in [stored.code for stored in now.in_force()]


def test_a_withdrawn_code_stays_withdrawn_on_its_day():
    once = after(catalogue(*MANY), *MANY[1:], on=NEXT_MONTH)
    twice = after(once, *MANY[1:], on=NEXT_MONTH + timedelta(days=30))
    assert twice.records["1.000000"] == once.records["1.000000"]


def test_a_code_that_comes_back_is_in_force_again():
    once = after(catalogue(*MANY), *MANY[1:], on=NEXT_MONTH)
    told = changes(once, *MANY)
    assert (told.returned, told.new) == (("1.000000",), ())
    assert after(once, *MANY, on=NEXT_MONTH).records["1.000000"].withdrawn_on is None


def test_likely_successors_are_named_alike_in_the_same_field_and_province():
    old = catalogue(*MANY, imported("1.100000", name="Đăng ký thả diều tại đồng làng"))
    now = after(
        old,
        *MANY,
        imported("1.200000", name="Đăng ký thả diều tại đồng"),
        imported("1.200001", name="Đăng ký thả diều tại đồng làng", province="Lào Cai"),
        imported("1.200002", name="Đăng ký thả diều tại đồng làng", categoriesDetails=[{"name": "Khác"}]),
        imported("1.200003", name="Đăng ký thả diều tại đồng làng", isInternal=True),
        on=NEXT_MONTH,
    )
    assert now.records["1.100000"].successors == ("1.200000",)


def test_nothing_alike_has_no_successor():
    old = catalogue(*MANY, imported("1.100000", name="Nuôi hổ trong nhà"))
    assert after(old, *MANY, on=NEXT_MONTH).records["1.100000"].successors == ()


def test_a_loss_of_more_than_one_in_ten_is_refused():
    with pytest.raises(LossTooGreat, match="3 of 20") as refused:
        changes(catalogue(*MANY), *MANY[3:])
    assert "--accept-loss" in str(refused.value)
    assert "--add" in str(refused.value)


def test_one_in_ten_may_go():
    assert len(changes(catalogue(*MANY), *MANY[2:]).withdrawn) == 2


def test_a_person_may_accept_a_greater_loss_and_the_reason_is_kept():
    told = changes(catalogue(*MANY), *MANY[15:], accept_loss="Nghị quyết sắp xếp bộ máy")
    assert len(told.withdrawn) == 15
    assert told.loss_accepted_because == "Nghị quyết sắp xếp bộ máy"


def test_what_is_only_added_withdraws_nothing():
    now = after(catalogue(*MANY), imported("1.900000"), on=NEXT_MONTH, whole=False)
    assert len(list(now.in_force())) == 21


def test_a_code_that_is_still_listed_stays_though_its_record_was_lost():
    now = after(catalogue(*MANY), *MANY[1:], on=NEXT_MONTH, still_listed=frozenset({"1.000000"}))
    assert now.records["1.000000"].withdrawn_on is None


def test_the_first_day_is_that_of_the_oldest_decision():
    later = {"proposalNumber": "99/QĐ-BG", "decisionDate": 1_780_000_000_000}
    now = after(catalogue(imported()), imported(procedureProposal=later), on=NEXT_MONTH)
    assert now.records["1.000001"].first_day == date(2026, 3, 5)
    assert now.records["1.000001"].record["decision_number"] == "99/QĐ-BG"


def test_a_record_without_a_day_of_decision_has_no_first_day():
    assert catalogue(imported(procedureProposal=None)).records["1.000001"].first_day is None
