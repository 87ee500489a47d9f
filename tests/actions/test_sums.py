"""Sums of money and what they are paid for, where the record has them in texts and descriptions."""

from dataclasses import replace

import pytest

from actions.fees import fees, fees_in_short
from knowledge_base.procedure import Fee
from tests.actions.desk import style
from tests.actions.made_up import SPLIT, mode, working_days


def fee_of(amount, text, **more):
    return replace(
        SPLIT,
        field="Hộ tịch",
        modes=(mode("direct", working_days(3), Fee("Lệ phí", amount, "VND", text)),),
        **more,
    )


@pytest.mark.parametrize(
    "text", ["Trong nước: 50.000 đồng; nước ngoài: 1 triệu đồng", "10 USD/giấy", "20.000đ/tờ khai"]
)
def test_a_sum_that_stands_in_the_text_is_quoted_and_not_denied(text):
    said = fees(fee_of(0, text), style())
    assert said.startswith(f"- Lệ phí: hồ sơ công bố ghi “{text}”\n")
    assert "không ghi số tiền" not in said
    assert fees_in_short(fee_of(0, text), style()) == f"Phí, lệ phí: hồ sơ công bố ghi “{text}”"


@pytest.mark.parametrize(
    ("text", "per"), [("đồng/lần", "/lần"), ("đồng /lần.", "/lần"), ("/hồ sơ", "/hồ sơ"), ("đ/tờ", "/tờ")]
)
def test_what_an_amount_is_paid_for_is_written_behind_it(text, per):
    assert fees(fee_of(6000, text), style()) == f"- Lệ phí: 6.000 đồng{per}"


def test_the_time_that_an_office_needs_to_set_a_fee_is_no_fee():
    timed = mode("direct", working_days(3), description="Không tính thời gian cơ quan thuế xác định lệ phí.")
    assert "phần mô tả" not in fees(replace(SPLIT, modes=(timed,)), style()).lower()


def test_what_all_ways_are_described_with_is_told_once_without_naming_them():
    text = "Mức thu: 5.000 đồng/bản."
    ways = tuple(mode(way, working_days(3), description=text) for way in ("direct", "postal"))
    assert f"Phần mô tả cách nộp ghi “{text}”" in fees(replace(SPLIT, modes=ways), style())
