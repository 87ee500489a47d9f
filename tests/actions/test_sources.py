"""Every answer says where it comes from and what limits it."""

from dataclasses import replace

from actions.sources import citation, source
from knowledge_base.procedure import LegalBasis
from tests.actions.desk import style
from tests.actions.made_up import BIRTH, SPLIT


def test_the_source_names_code_decision_dates_and_link():
    said = source(SPLIT, style())
    for part in (
        "1.000001",
        "3380/QĐ-BNNMT",
        "25/08/2025",
        "16/04/2026",
        SPLIT.portal_url,
        "theo hồ sơ công bố",
    ):
        assert part in said
    assert citation(SPLIT) == {
        "code": "1.000001",
        "decision": "3380/QĐ-BNNMT",
        "updated": "2026-04-16",
        "url": SPLIT.portal_url,
    }


def test_a_record_without_a_decision_says_so():
    assert "không ghi số quyết định" in source(BIRTH, style())


def test_central_land_records_warn_of_newer_rules_of_the_province():
    assert source(SPLIT, style()).count("254/2025/QH15") == 1
    assert "254/2025/QH15" not in source(BIRTH, style())
    cites_it = replace(SPLIT, legal_basis=(LegalBasis("49/2026/NĐ-CP", ""),))
    assert "254/2025/QH15" not in source(cites_it, style())
    assert "254/2025/QH15" not in source(replace(SPLIT, issuer="UBND tỉnh Lào Cai"), style())


def test_a_record_past_its_review_says_so():
    assert "quá hạn rà soát" not in source(SPLIT, style())
    assert "quá hạn rà soát (19/07/2026)" in source(
        replace(SPLIT, review_by=style().today.replace(day=19)), style()
    )
