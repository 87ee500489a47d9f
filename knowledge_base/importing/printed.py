"""Values as the PDF and the Word export print them: times, fees, quantities, levels, nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from knowledge_base.importing.portal_parts import currency_in
from knowledge_base.importing.words import format_words
from knowledge_base.official.text import tidy
from knowledge_base.vietnamese.folding import fold

_AMOUNT = re.compile(r"^(\d{1,3}(?:[.,]\d{3})+|\d+) ?(?:đồng|đ|VND|VNĐ|USD)?\b ?\.? ?", re.IGNORECASE)
_LEAST_FEE = 1000
"""In đồng, the least that a fee can be."""


@lru_cache(maxsize=64)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(format_words()["printed"][name], re.IGNORECASE)


def label_of(text: str) -> str | None:
    """Return which field a label or heading begins, None for any other text."""
    found: str | None = format_words()["labels"].get(fold(" ".join(tidy(text).split())).rstrip(" :"))
    return found


def said(text: str) -> str:
    """Return the value, "" where the export prints that there is none."""
    value = tidy(text)
    return "" if value.lower().rstrip(".") in format_words()["nothing"] else value


def mode_in(text: str) -> str | None:
    """Return the way of filing as a record names it."""
    found: str | None = format_words()["printed"]["modes"].get(" ".join(tidy(text).lower().split()))
    return found


def time_in(text: str) -> dict[str, Any]:
    """Return the time of a way: a number and its unit, or the text where it is more than that."""
    line = " ".join(said(text).split())
    found = _pattern("time").match(line)
    units = {name: code for code, name in format_words()["units"].items()}
    if not found:
        return {"time_value": None, "time_unit": None, "time_unit_code": "OTHER", "time_text": line or None}
    value, unit = float(found["value"].replace(",", ".")), found["unit"].lower()
    number = int(value) if value.is_integer() else value
    return {"time_value": number, "time_unit": unit, "time_unit_code": units[unit], "time_text": None}


def levels_in(text: str) -> list[str]:
    """Return the levels in a record's words and order; the PDF leaves their first word out."""
    names = format_words()["printed"]["levels"]
    parts = {re.sub(r"^cấp ", "", part.strip().lower()) for part in re.split(r"[,;\n]", said(text))}
    known = [name for part, name in names.items() if part in parts]
    others = [part.strip() for part in re.split(r"[,;\n]", said(text)) if not _is_known(part, names)]
    return known + [part for part in others if part]


def _is_known(part: str, names: dict[str, str]) -> bool:
    return re.sub(r"^cấp ", "", part.strip().lower()) in names


def quantity_in(text: str) -> tuple[int, int]:
    """Return originals and copies."""
    line = " ".join(said(text).split())
    return _count("originals", line), _count("copies", line)


def _count(kind: str, line: str) -> int:
    found = _pattern(kind).search(line)
    return int(next(number for number in found.groups() if number)) if found else 0


def fee_in(text: str) -> dict[str, Any] | None:
    """Return one fee: kind, amount where the text begins with one, and the text; None for an empty one."""
    line = " ".join(said(text).split())
    if not line:
        return None
    found = _pattern("fee").match(line)
    kind, rest = (found["kind"], found["rest"]) if found else (None, line)
    if rest.lower().rstrip(".") == format_words()["printed"]["free"]:
        return {"kind": kind, "amount": 0, "currency": None, "text": ""}
    return {"kind": kind, **_amount_and_text(rest)}


def _amount_and_text(rest: str) -> dict[str, Any]:
    amount = _AMOUNT.match(rest)
    if not amount:
        return {"amount": None, "currency": currency_in(rest), "text": rest}
    left = rest[amount.end() :].strip(" ()")
    number = int(re.sub(r"[.,]", "", amount[1]))
    return {"amount": number, "currency": currency_in(rest), "text": left}


def printed_time_in(text: str) -> dict[str, Any]:
    """Return the time that the PDF prints; "1 day" stands there for times without a unit too, so it has none."""
    time = time_in(text)
    if time["time_value"] == 1 and time["time_unit_code"] == "DAY":
        return {**time, "time_unit": None, "time_unit_code": "OTHER"}
    if (time["time_text"] or "").lower() == format_words()["printed"]["no_time"]:
        return {**time, "time_text": None}
    return time


def printed_fees_in(text: str) -> list[dict[str, Any]]:
    """Return the fees that the PDF prints, amounts alone.

    It prints every amount of 0 as free of charge, also where the record says who sets the fee, and every amount
    without its text, also 20 for "20.000 đồng": neither is believed, the fee is then unknown.
    """
    parts = [part for part in re.split(r", +", " ".join(said(text).split())) if part]
    return [_printed_fee(part) for part in parts]


def _printed_fee(part: str) -> dict[str, Any]:
    fee = _amount_and_text(part)
    amount, currency = fee["amount"], fee["currency"]
    if amount is None or (currency is None and amount < _LEAST_FEE):
        return {"kind": None, "amount": None, "currency": currency, "text": ""}
    return {
        "kind": None,
        "amount": amount,
        "currency": currency or format_words()["printed"]["currency"],
        "text": "",
    }


def names_in(text: str) -> list[str]:
    """Return printed names as the one line that they are: commas join them and are in them, too."""
    line = " ".join(said(text).split())
    return [line] if line else []


def case_in(text: str) -> str:
    """Return the name of a case of papers without the number that the PDF gives it."""
    return _pattern("case").sub("", tidy(text), count=1).strip()


def result_code_in(line: str) -> str | None:
    """Return the code that a line gives below a result, None for a line of the result itself."""
    found = _pattern("result_code").match(tidy(line))
    return found["code"] if found else None
