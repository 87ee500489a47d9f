"""Numbers that are nobody's: codes, decrees, dates, money. They survive masking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.masking.cues import after, before
from bot.masking.spans import Span, find

_PROCEDURE = re.compile(r"(?<![\d.])\d\.\d{6}(?:\.[a-z0-9]+)*(?![\d])")
_DECREE = re.compile(r"(?<![\d/])\d{1,5}/(?:\d{4}/)?[a-z][a-z]*\d*(?:-[a-z]+)*(?![a-z0-9])")
_DATE = re.compile(
    r"(?<![\d./-])(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}"
    r"|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\d/-]|\.\d)"
)
_GROUPED = r"[1-9]\d{0,2}(?:[.,]\d{3})+(?:,\d+)?"
_PLAIN = r"[1-9]\d*(?:[.,]\d+)?"


_AMOUNT = f"(?:{_GROUPED}|{_PLAIN})"


def protected(plain_text: str) -> Iterator[Span]:
    """Find what must be left as it is, in a text without diacritics."""
    yield from find("procedure", _PROCEDURE, plain_text)
    yield from find("decree", _DECREE, plain_text)
    yield from (Span(*match.span(), "date") for match in _DATE.finditer(plain_text))
    yield from find("amount", after("money_before", rf"(?<=[ :]){_AMOUNT}(?![\d/])", words=0), plain_text)
    yield from find("amount", before(_AMOUNT, "money_after"), plain_text)
    yield from find("amount", before(_GROUPED, "short_money_after"), plain_text)


def measures(plain_text: str) -> Iterator[Span]:
    """Find amounts with a short or everyday unit, which yield to what looks personal (59K 047.36)."""
    return find("amount", before(_AMOUNT, "short_money_after", "units_after"), plain_text)
