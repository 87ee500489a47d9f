"""The lists inside a record of the portal: ways of filing with times and fees, papers by case."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from knowledge_base.importing.errors import FieldWrong
from knowledge_base.importing.shape import rows
from knowledge_base.importing.words import format_words
from knowledge_base.official.text import tidy, tidy_list
from knowledge_base.official.words import words

Values = Mapping[str, Any]

_NO_UNIT = "OTHER"
_DOLLARS = "USD"


def submission_of(detail: Values) -> list[dict[str, Any]]:
    """Return the ways of filing; each keeps its own time, as the portal's own cases disagree with them."""
    return [_way(way) for way in rows(detail, "executionMethods")]


def _way(way: Values) -> dict[str, Any]:
    unit = tidy(way.get("processingTimeUnit")) or _NO_UNIT
    mode = format_words()["modes"].get(tidy(way.get("submissionMethod")))
    if mode is None:
        raise FieldWrong("submissionMethod", f"{way.get('submissionMethod')!r} is no way of filing")
    value, text = _time(way.get("processingTime"), unit)
    return {
        "mode": mode,
        "time_value": value,
        "time_unit": format_words()["units"].get(unit),
        "time_unit_code": unit,
        "time_text": text,
        "fees": [_fee(fee) for fee in rows(way, "fees")],
        "description": tidy(way.get("description")),
    }


def _time(told: Any, unit: str) -> tuple[float | None, str | None]:
    """Return a number, or the text that stands in its place; 0 of no unit says nothing."""
    value = number(told, "processingTime") if not isinstance(told, str) else _number_in(told)
    if value is None:
        return None, tidy(told) or None
    return (None, None) if unit == _NO_UNIT and not value else (value, None)


def _number_in(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def number(value: Any, field: str) -> float | None:
    """Return a finite number or None; raise FieldWrong for anything else."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise FieldWrong(field, f"{str(value)[:40]!r} is no number")
    return value


def _fee(fee: Values) -> dict[str, Any]:
    text = tidy(fee.get("description"))
    kind = tidy(fee.get("type"))
    return {
        "kind": format_words()["fee_kinds"].get(kind, kind or None),
        "amount": number(fee.get("value"), "fees.value"),
        "currency": _currency(fee) or currency_in(text),
        "text": text,
    }


def _currency(fee: Values) -> str:
    name = tidy(fee.get("currencyName"))
    if name and name not in words()["currencies"]:
        raise FieldWrong("currencyName", f"{name[:40]!r} is no currency that is known")
    return name


def currency_in(text: str) -> str | None:
    """Return the currency of a fee that has none but in its text: "155 USD/thẻ" is not 155 đồng."""
    return _DOLLARS if _DOLLARS in text else None


def cases_of(detail: Values) -> list[dict[str, Any]]:
    """Return the papers of each case; rows that are notes or outputs are kept and told apart later."""
    cases = [
        {
            "case": tidy(case.get("name")),
            "documents": [_paper(paper) for paper in rows(case, "profileComponents")],
        }
        for case in rows(detail, "executionCases")
    ]
    return [case for case in cases if case["documents"] or case["case"]]


def _paper(paper: Values) -> dict[str, Any]:
    return {
        "name": tidy(paper.get("name")),
        "code": tidy(paper.get("code")),
        "originals": number(paper.get("originalQty"), "originalQty"),
        "copies": number(paper.get("copyQty"), "copyQty"),
        "forms": tidy_list(row.get("fileName") for row in rows(paper, "attachments")),
        "is_result": bool(paper.get("isProcessingResult")),
        "e_form": bool(paper.get("hasElectronicForm")),
    }


def portal_cases_of(detail: Values) -> list[dict[str, Any]]:
    """Return the portal's own cases with their codes, such as 1.001193.02."""
    return [_portal_case(case) for case in rows(detail, "cases")]


def _portal_case(case: Values) -> dict[str, Any]:
    day = case.get("processingDay") or {}
    if not isinstance(day, Mapping):
        raise FieldWrong("processingDay", "it is no object")
    return {
        "code": tidy(case.get("code")),
        "name": tidy(case.get("name")),
        "qty": day.get("qty"),
        "unit": day.get("type"),
    }
