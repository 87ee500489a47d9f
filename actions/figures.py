"""Numbers, money and dates as Vietnamese readers write them."""

from __future__ import annotations

from datetime import date


def number(value: float) -> str:
    """Write 20, 17,5 or 50.000."""
    whole, _, fraction = f"{value:,.2f}".partition(".")
    fraction = fraction.rstrip("0")
    grouped = whole.replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped


def day(value: date) -> str:
    """Write dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}"
