"""Find what tells who somebody is. Every pattern reads a text without diacritics (``spans.plain``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import phonenumbers
from phonenumbers import PhoneNumberType
from stdnum.vn import mst

from bot.masking.cues import after
from bot.masking.spans import Span, find

_GAP = r"[ .\-]{0,2}"
_EMAIL = re.compile(r"[\w.+\-]+ ?@ ?[\w\-]+(?: ?\. ?(?:[a-z]{2,}))+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_CITIZEN_ID = re.compile(rf"(?<![\d.,])(?<!\d )0(?:[0-8]\d|9[0-6])(?:{_GAP}\d){{9}}(?!\d)")
_OLD_ID = re.compile(r"(?<![\d.,/])\d{9}(?![\d/])|(?<![\d.,/ ])\d{3} \d{3} \d{3}(?! ?\d)")
_MOBILE = re.compile(rf"(?<![\d.,])(?:\(?\+?84\)?{_GAP}|[0o])[35789](?:{_GAP}[\do]){{8}}(?![\do])")
_TAX = re.compile(rf"(?<![\d.,/])\d(?:{_GAP}\d){{9}}(?: ?- ?\d{{3}})?(?![\d/])")
_PLATE = re.compile(
    r"(?<![\w.])(?:1[1-9]|[2-9]\d)-?(?!m2 )(?:[a-hk-npstuvxyz]|ld|da|md|mk|kt|nn|ng|[a-hk-npstuvxyz]{2})\d?"
    r"(?:(?<=\d) |(?<=\d)-| ?[- ] ?|)\d{3}\.?\d{2}(?![\d])(?!\.\d)"
)
_SHORT_PLATE = r"\d{2} ?-? ?[a-z]{1,2}\d? ?[- .]? ?\d{4}(?!\d)"
_PASSPORT = re.compile(r"(?<![\w.])[a-z]\d{7}(?!\w)")
_SIX_DIGITS_ALONE = re.compile(r"^\W*(\d(?: ?\d){5})\W*$")
_LONG = re.compile(r"(?<![\d.,/])\d{9,}(?![\d/])")
_CARD = re.compile(r"(?<!\d)\d{4}(?:[ \-]\d{4}){3,4}(?! ?\d)")
_DIGITS = r"\d(?:[ .\-]?\d)"
_PUBLIC_NUMBERS = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
}

Finder = Callable[[str], Iterator[Span]]


def named(text: str) -> Iterator[Span]:
    """Find what follows its name: an account, a key, the end of a number; and a card in its fours."""
    yield from find("proof", after("last_digits", r"\d(?: ?\d){3,5}(?!\d)", words=8), text)
    yield from find("proof", after("lookup_key", r"(?=[a-z\-]*\d)[a-z0-9\-]{4,}"), text)
    yield from find("account", after("bank_account", rf"{_DIGITS}{{5,18}}(?!\d)"), text)
    yield from find("insurance", after("insurance", rf"(?:[a-z]{{2}} ?\d ?)?{_DIGITS}{{7,14}}(?!\d)"), text)
    yield from find("tax", after("tax", rf"{_DIGITS}{{8,9}}(?: ?- ?\d{{3}})?(?!\d)"), text)
    yield from find("id", after("identity", rf"{_DIGITS}{{7,11}}(?!\d)"), text)
    yield from find("account", _CARD, text)
    yield from find("phone", after("phone", rf"[0+]{_DIGITS}{{7,12}}(?!\d)"), text)
    yield from find("plate", after("plate", _SHORT_PLATE), text)


def emails(text: str) -> Iterator[Span]:
    """Find e-mail addresses, also with blanks around the signs."""
    return find("email", _EMAIL, text)


def plates(text: str) -> Iterator[Span]:
    """Find number plates of five digits."""
    return find("plate", _PLATE, text)


def citizen_ids(text: str) -> Iterator[Span]:
    """Find CCCD numbers: 12 digits that begin with the code of a province, 001 to 096."""
    return find("id", _CITIZEN_ID, text)


def tax_codes(text: str) -> Iterator[Span]:
    """Find MST: 10 digits of which the last one checks, with or without a branch."""
    return (
        span for span in find("tax", _TAX, text) if mst.is_valid(text[span.start : span.end].replace(".", ""))
    )


def phones(text: str) -> Iterator[Span]:
    """Find telephone numbers; public ones (1800, 1900) are left."""
    yield from find("phone", _MOBILE, text)
    for match in phonenumbers.PhoneNumberMatcher(text, "VN"):
        if phonenumbers.number_type(match.number) not in _PUBLIC_NUMBERS:
            yield Span(match.start, match.end, "phone")


def others(text: str) -> Iterator[Span]:
    """Find old CMND numbers, passports, six digits that are the whole message, and very long numbers."""
    yield from find("id", _OLD_ID, text)
    yield from find("passport", _PASSPORT, text)
    yield from find("proof", _SIX_DIGITS_ALONE, text)
    yield from find("number", _LONG, text)


EVIDENT: tuple[Finder, ...] = (emails, named, plates, citizen_ids, tax_codes, phones)
LIKELY: tuple[Finder, ...] = (others,)
