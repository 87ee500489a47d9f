"""Numbers that are nobody's: codes, decrees, dates, money. They survive masking."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.masking.cues import after, before
from bot.masking.figures import GAP
from bot.masking.spans import BAR, Span, find

_PROCEDURE = re.compile(r"(?<![\d.])\d\.\d{6}(?:\.[a-z0-9]+){0,8}(?![\d])")
_DECREE = re.compile(r"(?<![\d/])\d{1,5}/(?:\d{4}/)?[a-z]{1,12}\d{0,3}(?:-[a-z]{1,12}){0,4}(?![a-z0-9])")
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d{2}"
_DATE = re.compile(
    rf"(?<![\d./-])(?:{_DAY}(?:([/.-]){_MONTH}\1{_YEAR}|/{_MONTH}/\d{{2}})|{_MONTH}[/.-]{_YEAR}"
    r"|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![\d/-]|\.\d)"
)
_AFTER_A_WORD = rf"(?:(?<=[a-z] )|(?<=[a-z]{BAR}))"
_YEAR_ALONE = re.compile(rf"{_AFTER_A_WORD}{_YEAR}(?: ?- ?{_YEAR})?(?!\d|{GAP}\d)")
_YEARS = re.compile(rf"(?<!\d){_YEAR} ?- ?{_YEAR}(?!\d|[.,/-]\d)")
_TIME = re.compile(r"(?<![a-z0-9:])(?:\d{1,2}:\d{2}|(?:[01]?\d|2[0-4]) ?(?:h|g|gio) ?\d{0,2})(?![a-z0-9:])")
_PUBLIC = re.compile(r"(?<![\d.,/-])1[89]00[ .-]?(?:\d{4}|\d{2}[ .-]?\d{2})(?:\d{2})?(?![\d/-]|[ .,]\d)")
_GROUPED = r"[1-9]\d{0,2}(?:[.,]\d{3}){1,6}(?:,\d{1,3})?"
_PLAIN = r"[1-9]\d{0,14}(?:[.,]\d{1,3})?"
_AMOUNT = f"(?:{_GROUPED}|{_PLAIN})"
_SHORTEST_PROOF = 4
_ROUND = re.compile(r"(?<![\d.,/-])(?:[1-9]\d{0,2}(?:[.,]\d{3}){0,4}[.,]\d00|[1-9]\d{1,9}000)(?!\d|[.,/-]\d)")
_ROUND_IN_A_SENTENCE = re.compile(
    rf"{_AFTER_A_WORD}[1-9]\d{{0,2}}(?:[.,]\d{{3}}){{0,4}}[.,]000(?!\d|[.,/-]\d)"
)
_ROUND_RANGE = re.compile(r"(?<![\d.,/-])[1-9]\d{0,4}0 ?- ?[1-9]\d{0,4}0(?!\d|[.,/-]\d)")


def protected(plain_text: str) -> Iterator[Span]:
    """Find what must be left as it is, in a text without diacritics."""
    yield from codes_and_days(plain_text)
    yield from find("years", _YEARS, plain_text)
    yield from _amounts(plain_text)


def protected_beside_proof(plain_text: str) -> Iterator[Span]:
    """The same where any number may be a proof: only money that ends in hundreds is money."""
    yield from codes_and_days(plain_text)
    yield from find("year", _YEAR_ALONE, plain_text)
    yield from find("amount", _ROUND_IN_A_SENTENCE, plain_text)
    for span in _amounts(plain_text):
        digits = "".join(filter(str.isdecimal, plain_text[span.start : span.end]))
        if digits.endswith("00") or len(digits) < _SHORTEST_PROOF:
            yield span


def codes_and_days(plain_text: str) -> Iterator[Span]:
    """Find codes of procedures, decrees, dates, hours and public telephone numbers."""
    yield from find("procedure", _PROCEDURE, plain_text)
    yield from find("decree", _DECREE, plain_text)
    yield from (Span(*match.span(), "date") for match in _DATE.finditer(plain_text))
    yield from find("time", _TIME, plain_text)
    yield from find("public", _PUBLIC, plain_text)


def measures(plain_text: str) -> Iterator[Span]:
    """Find amounts with an everyday unit or none, which yield to what looks personal (59K 047.36)."""
    yield from everyday_units(plain_text)
    yield from find("amount", _ROUND, plain_text)
    yield from find("amount", _ROUND_RANGE, plain_text)


def everyday_units(plain_text: str) -> Iterator[Span]:
    """Find amounts with a unit that also stands for something else."""
    return find("amount", before(_AMOUNT, "short_money_after", "units_after"), plain_text)


def _amounts(plain_text: str) -> Iterator[Span]:
    money = after("money_before", rf"(?<=[ :]){_AMOUNT}(?![\d/])", words=0)
    for pattern in (money, before(_AMOUNT, "money_after"), before(_GROUPED, "short_money_after")):
        yield from find("amount", pattern, plain_text)
