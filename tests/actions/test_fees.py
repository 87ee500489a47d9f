"""Fees are told as the record has them; nothing is called free that is only left blank."""

from dataclasses import replace

import pytest

from actions.fees import fees, fees_in_short
from knowledge_base.procedure import Fee, LegalBasis, Step
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


ZERO = Fee("Lệ phí", 0, "VND", "")


@pytest.mark.parametrize(
    "text", ["Không.", "Miễn phí", "Không thu lệ phí", "(Miễn lệ phí. Bản sao thì thu phí)"]
)
def test_a_text_that_says_free_is_free_and_quoted(text):
    procedure = with_fees(("direct", replace(ZERO, text=text)), procedure=BIRTH)
    assert fees(procedure, style()) == f"- Lệ phí: miễn phí; hồ sơ công bố ghi “{text}”"
    assert "miễn phí" in fees_in_short(procedure, style())


def test_bare_zeros_are_free_where_nothing_in_the_record_speaks_of_a_fee():
    said = fees(with_fees(("direct", ZERO), procedure=BIRTH), style())
    assert said == "- Lệ phí: miễn phí (hồ sơ công bố ghi mức thu là 0)"


@pytest.mark.parametrize(
    "hint",
    [
        {"legal_basis": (LegalBasis("85/2019/TT-BTC", "Hướng dẫn về phí và lệ phí của tỉnh"),)},
        {"steps": (Step("Bạn nộp lệ phí rồi nhận kết quả.", "Trình tự thực hiện"),)},
        {"conditions": "Có biên lai."},
    ],
)
def test_a_bare_zero_is_not_free_where_the_record_hints_at_a_fee(hint):
    procedure = replace(with_fees(("direct", ZERO), procedure=BIRTH), **hint)
    said = fees(procedure, style())
    assert "ghi số 0, không nói rõ có thu hay không" in said
    assert "18001096" in said
    assert "miễn phí" not in said + fees_in_short(procedure, style())


def test_a_step_that_says_nothing_is_paid_is_no_hint_at_a_fee():
    step = Step("Khi nhận kết quả bạn không phải nộp phí.", "Trình tự thực hiện")
    procedure = replace(with_fees(("direct", ZERO), procedure=BIRTH), steps=(step,))
    assert "miễn phí" in fees(procedure, style())


def test_the_law_on_fees_that_is_cited_is_named():
    cites = (LegalBasis("85/2019/TT-BTC", "Hướng dẫn về phí và lệ phí của tỉnh"),)
    said = fees(replace(with_fees(("direct", ZERO), procedure=BIRTH), legal_basis=cites), style())
    assert "85/2019/TT-BTC" in said


@pytest.mark.parametrize(
    ("name", "untold"),
    [
        ("Khai lệ phí trước bạ nhà, đất", "Số thuế, lệ phí"),
        ("Đăng ký thuế lần đầu", "Số thuế, lệ phí"),
        ("HƯỞNG CHẾ ĐỘ THAI SẢN", "Số tiền bạn được hưởng"),
    ],
)
def test_a_zero_is_neither_the_tax_nor_the_benefit(name, untold):
    procedure = replace(with_fees(("direct", ZERO), procedure=BIRTH), name=name)
    said = fees(procedure, style())
    assert "không thu lệ phí giải quyết thủ tục này" in said
    assert untold in said
    assert "miễn phí" not in said + fees_in_short(procedure, style())


def test_leasing_land_is_no_tax():
    procedure = replace(with_fees(("direct", ZERO), procedure=BIRTH), name="Cho thuê rừng")
    assert "thuế" not in fees(procedure, style())


def test_an_amount_that_cannot_be_right_is_told_with_the_doubt():
    procedure = with_fees(("online", Fee("Lệ phí", 20, "VND", "")), procedure=BIRTH)
    said = fees(procedure, style())
    assert "hồ sơ công bố ghi 20 đồng. Con số này khó đúng" in said
    assert "18001096" in said
    assert "khó đúng" in fees_in_short(procedure, style())


def test_ten_dollars_are_no_doubtful_amount():
    assert "khó đúng" not in fees(with_fees(("direct", Fee("Lệ phí", 10, "USD", "/bản"))), style())


def test_a_blank_beside_a_row_with_a_rule_is_not_free():
    blank = Fee("Lệ phí", 0, "VND", "")
    said = fees(with_fees(("postal", blank), ("direct", LAND_FEE), procedure=BIRTH), style())
    assert "Bưu chính:\n- Lệ phí: hồ sơ công bố ghi số 0, không nói rõ có thu hay không" in said
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


def test_an_amount_whose_text_names_a_later_period_has_not_run_out():
    text = "Giảm đến hết ngày 31/12/2025. Từ ngày 01/7/2025 đến hết ngày 31/12/2026 bằng 50%."
    said = fees(with_fees(("direct", Fee("Lệ phí", 50000, "VND", text))), style())
    assert "hết hạn" not in said


def test_ways_that_cost_the_same_but_for_a_bracket_are_told_once():
    rows = [("online", replace(ZERO, text="Miễn phí")), ("direct", replace(ZERO, text="(Miễn phí)"))]
    assert fees(with_fees(*rows, procedure=BIRTH), style()).count("miễn phí") == 1


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
        Fee("A", 1000, "VND", ""),
        Fee("A", 2000, "VND", ""),
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
