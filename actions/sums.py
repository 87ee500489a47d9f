"""Sums of money in the texts beside fees: "50.000 đồng/lần", "/hồ sơ", "đồng/lần"."""

from __future__ import annotations

import re

from knowledge_base.procedure import Fee
from knowledge_base.vietnamese.folding import fold

_SUM = re.compile(r"\d[\d.,]*\s*(?:dong|vnd|d(?![a-z])|usd|trieu|nghin|ngan)")
_PER_WHAT = re.compile(r"\s*(?:dong|vnd|d)?\s*(?=/)")


def names_a_sum(fee: Fee) -> bool:
    """Tell whether the record has the amount in the text and not in its field."""
    return not fee.amount and _SUM.search(fold(fee.text)) is not None


def is_per_what(text: str) -> bool:
    """Tell whether a text only says what an amount is paid for: "/hồ sơ", "đồng/lần"."""
    return _PER_WHAT.match(fold(text)) is not None


def per_what(fee: Fee) -> str:
    """Return such a text without the currency in front, "" for any other."""
    match = _PER_WHAT.match(fold(fee.text))
    return fee.text[match.end() :].rstrip(" .;") if match else ""
