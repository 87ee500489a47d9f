"""Fees are told as the record has them; nothing is called free that is only left blank."""

from dataclasses import replace

import pytest

from actions.fees import fees, fees_in_short
from knowledge_base.procedure import Fee
from tests.actions.desk import style
from tests.actions.made_up import BIRTH, LAND_FEE, SPLIT, mode, working_days


def with_fees(*rows, procedure=SPLIT):
    return replace(procedure, modes=tuple(mode(name, working_days(5), *fees) for name, *fees in rows))


def test_a_zero_with_a_text_is_not_called_free():
    said = fees(SPLIT, style())
    assert "Theo quy định của Luật phí và lệ phí" in said
    assert "miễn phí" not in said.lower()
    assert "0 đồng" not in said


def test_who_sets_land_fees_and_whom_to_ask_is_told():
    said = fees(SPLIT, style())
    assert "Hội đồng nhân dân cấp tỉnh" in said
    assert "18001096" in said


@pytest.mark.parametrize("text", ["", "Không.", "Miễn phí", "Không thu lệ phí"])
def test_a_zero_is_free_when_nothing_says_otherwise(text):
    said = fees(with_fees(("direct", Fee("Lệ phí", 0, "VND", text)), procedure=BIRTH), style())
    assert said == "- Lệ phí: miễn phí"


def test_a_blank_beside_a_row_with_a_rule_is_not_free():
    blank = Fee("Lệ phí", 0, "VND", "")
    said = fees(with_fees(("postal", blank), ("direct", LAND_FEE), procedure=BIRTH), style())
    assert "Bưu chính:\n- Lệ phí: hồ sơ công bố để trống mức thu" in said
    assert "miễn phí" not in said


def test_a_blank_is_not_free_where_the_province_sets_the_fee():
    said = fees(with_fees(("direct", Fee("Lệ phí", 0, "VND", ""))), style())
    assert "miễn phí" not in said
    assert "Hội đồng nhân dân cấp tỉnh" in said


def test_nobody_is_named_as_setting_a_fee_that_the_record_says_is_not_set():
    rows = [(name, Fee("Lệ phí", 0, "VND", "Không quy định.")) for name in ("direct", "online")]
    said = fees(with_fees(*rows), style())
    assert "Không quy định" in said
    assert "Hội đồng nhân dân" not in said


def test_an_exemption_for_some_is_quoted_and_not_made_general():
    text = "Miễn lệ phí cho người thuộc hộ nghèo"
    said = fees(with_fees(("direct", Fee("Lệ phí", 0, "VND", text))), style())
    assert f"hồ sơ công bố ghi “{text}”" in said
    assert "Lệ phí: miễn phí" not in said


def test_an_amount_is_written_with_dots_and_what_the_record_adds():
    said = fees(with_fees(("direct", Fee("Phí", 150000, "VND", "Mức cụ thể do tỉnh quyết định."))), style())
    assert "- Phí: 150.000 đồng" in said
    assert "“Mức cụ thể do tỉnh quyết định.”" in said


def test_a_price_per_page_and_a_foreign_currency_are_kept():
    said = fees(
        with_fees(("direct", Fee("Phí", 2000, "VND", "/trang"), Fee("Phí", 10, "USD", "/bản"))), style()
    )
    assert "2.000 đồng/trang" in said
    assert "10 USD/bản" in said


def test_an_amount_that_has_run_out_by_its_own_text_is_called_so():
    old = Fee("Lệ phí", 160000, "VND", "Áp dụng đến hết ngày 31/12/2023 theo Thông tư số 44/2023/TT-BTC.")
    new = Fee("Lệ phí", 200000, "VND", "Áp dụng đến hết ngày 31/12/2026.")
    procedure = with_fees(("online", old), ("direct", new))
    assert fees(procedure, style()).count("nay đã hết hạn") == 1
    assert "chỉ áp dụng đến 31/12/2023" in fees(procedure, style())
    assert fees_in_short(procedure, style()) == "Phí, lệ phí: 200.000 đồng."


def test_missing_fee_rows_are_admitted():
    said = fees(with_fees(("direct",)), style())
    assert "không nêu mức phí" in said
    assert "18001096" in said


def test_fees_that_differ_by_way_of_filing_are_told_apart():
    low, high = Fee("Lệ phí", 7000, "VND", ""), Fee("Lệ phí", 15000, "VND", "")
    lines = fees(with_fees(("online", low), ("direct", high), ("postal",)), style()).splitlines()
    assert lines[:4] == [
        "Trực tuyến:",
        "- Lệ phí: 7.000 đồng",
        "Trực tiếp:",
        "- Lệ phí: 15.000 đồng",
    ]
    assert lines[4] == "Bưu chính: hồ sơ công bố không nêu mức phí, lệ phí."


def test_a_text_beside_several_amounts_is_told_once():
    low, high = (
        Fee("Lệ phí", 50000, "VND", "Do tỉnh quyết định."),
        Fee("Lệ phí", 150000, "VND", "Do tỉnh quyết định."),
    )
    said = fees(with_fees(("online", low), ("direct", high)), style())
    assert said.count("Do tỉnh quyết định.") == 1
    assert "- Lệ phí: 50.000 đồng\n" in said


def test_what_everybody_pays_is_told_once_after_what_differs():
    low, high, exempt = (
        Fee("A", 1, "VND", ""),
        Fee("A", 2, "VND", ""),
        Fee("A", 0, "VND", "Miễn phí cho hộ nghèo"),
    )
    said = fees(with_fees(("online", low, exempt), ("direct", high, exempt)), style())
    assert said.count("hộ nghèo") == 1
    assert "Mọi cách nộp:" in said


def test_a_price_that_only_the_description_has_is_quoted():
    described = mode(
        "direct",
        working_days(1),
        Fee("Phí", 2000, "VND", "/trang"),
        description="Từ trang 3: 1.000 đồng/trang",
    )
    assert "“Từ trang 3: 1.000 đồng/trang”" in fees(replace(SPLIT, modes=(described,)), style())
