"""Find what tells who somebody is. Every pattern reads a text without diacritics (``spans.plain``).

What is protected is barred in it; ``figures.mended`` has read letters as the digits that they look like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

import phonenumbers
from phonenumbers import PhoneNumberType
from stdnum.vn import mst

from bot.masking.cues import after, ahead_of
from bot.masking.dictated import dictated
from bot.masking.figures import GAP
from bot.masking.spans import BAR, Span, find

_NEXT = rf"(?:{GAP}\d)"
_TIGHT = r"(?:[ .,\-/_·:]?\d)"
_BEFORE_AT = re.compile(r"[\w.+\-]{1,64} ?$")
_AFTER_AT = re.compile(r" ?[\w\-]{1,63}(?:(?: ?\. ?[a-z]{2,63}){1,4}|(?:\.[\w\-]{1,63}){1,4})")
_LONGEST_BEFORE_AT = 65
_CITIZEN_ID = re.compile(rf"(?<!\d)0{GAP}(?:[0-8]{GAP}\d|9{GAP}[0-6]){_NEXT}{{9}}(?!\d)")
_OLD_ID = re.compile(rf"(?<!\d)(?:\d{{9}}|\d{{3}}{GAP}\d{{3}}{GAP}\d{{3}})(?!{GAP}\d)")
_MOBILE = re.compile(rf"(?<!\d)(?:\(?\+?8{GAP}4\)?{GAP}|0{GAP})[35789]{_NEXT}{{8}}(?!\d)")
_LANDLINE = re.compile(rf"(?<!\d)(?:\(?\+?84\)?{GAP}|0{GAP})2{_NEXT}{{8,9}}(?!\d)")
_TAX = re.compile(rf"(?<!\d)\d{_NEXT}{{9}}(?: ?- ?\d{{3}})?(?!\d)")
_PLATE = re.compile(
    r"(?<![\w.])(?:1[1-9]|[2-9]\d)-?(?!m2 )(?:[a-hk-npstuvxyz]|ld|da|md|mk|kt|nn|ng|[a-hk-npstuvxyz]{2})\d?"
    r"(?:(?<=\d) |(?<=\d)-| ?[- ] ?|)\d{3}\.?\d{2}(?![\d])(?!\.\d)"
)
_SHORT_PLATE = r"\d{2} ?-? ?[a-z]{1,2}\d? ?[- .]? ?\d{4}(?!\d)"
_PASSPORT = re.compile(r"(?<![\w.])[a-z]\d{7}(?!\w)")
_LONG = re.compile(rf"(?<!\d)\d{_TIGHT}{{8,}}(?!\d)")
_SIX_ALONE = re.compile(rf"^[^a-z0-9]*+(\d{_NEXT}{{5}})[^a-z0-9]*+$")
_ONE = rf"(?![,.;] )[^a-z0-9{BAR}]{{1,3}}"
_SIX = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?:\d{{6}}|\d{{3}}{_ONE}\d{{3}}|\d{{2}}{_ONE}\d{{2}}{_ONE}\d{{2}}|\d(?:{_ONE}\d){{5,7}})"
    r"(?!\d|[.,/-]\d)"
)
_EIGHT = re.compile(r"(?<!\d)(?<!\d[.,/-])\d{4}(?:[-._/· ]| - )?\d{4}(?!\d|[.,/-]\d)")
_CARD = re.compile(r"(?<!\d)\d{4}(?:[ \-.]\d{4}){3,4}(?! ?\d)")
_PUBLIC_NUMBERS = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
}
_MAYBE_ABROAD = re.compile(rf"\+[1-9]{_NEXT}{{7,14}}(?!\d)")
_NUMBERS_ABROAD = 5

Finder = Callable[[str], Iterator[Span]]


def named(text: str) -> Iterator[Span]:
    """Find what stands beside its name: an account, the end of a number, an identity; a card in its fours."""
    yield from _beside(text, "proof", "last_digits", rf"\d{_NEXT}{{3,5}}(?!\d)", words=8)
    yield from _beside(text, "account", "bank_account", rf"\d{_NEXT}{{5,18}}(?!\d)")
    yield from _beside(text, "insurance", "insurance", rf"(?:[a-z]{{2}} ?\d ?)?\d{_NEXT}{{7,14}}(?!\d)")
    yield from _beside(text, "tax", "tax", rf"\d{_NEXT}{{8,9}}(?: ?- ?\d{{3}})?(?!\d)")
    yield from _beside(text, "id", "identity", rf"\d{_NEXT}{{7,11}}(?!\d)")
    yield from find("account", _CARD, text)
    yield from _beside(text, "phone", "phone", rf"[0+]{_NEXT}{{7,12}}(?!\d)")
    yield from find("plate", after("plate", _SHORT_PLATE), text)


def _beside(text: str, kind: str, cue: str, what: str, words: int = 5) -> Iterator[Span]:
    yield from find(kind, after(cue, what, words), text)
    yield from find(kind, ahead_of(cue, rf"(?<!\d){what}"), text)


def emails(text: str) -> Iterator[Span]:
    """Find e-mail addresses, also with blanks around the signs."""
    for at in re.finditer("@", text):
        name = _BEFORE_AT.search(text, max(0, at.start() - _LONGEST_BEFORE_AT), at.start())
        domain = _AFTER_AT.match(text, at.end())
        if name and domain:
            yield Span(name.start(), domain.end(), "email")


def plates(text: str) -> Iterator[Span]:
    """Find number plates of five digits; their letters are letters, whatever they look like."""
    return find("plate", _PLATE, text)


def citizen_ids(text: str) -> Iterator[Span]:
    """Find CCCD numbers: 12 digits that begin with the code of a province, 001 to 096."""
    return find("id", _CITIZEN_ID, text)


def tax_codes(text: str) -> Iterator[Span]:
    """Find MST: 10 digits of which the last one checks, with or without a branch."""
    return (span for span in find("tax", _TAX, text) if mst.is_valid(_digits(text[span.start : span.end])))


def phones(text: str) -> Iterator[Span]:
    """Find telephone numbers; of foreign ones the first few, longer ones are found as numbers anyway."""
    yield from find("phone", _MOBILE, text)
    yield from find("phone", _LANDLINE, text)
    for match in islice(_MAYBE_ABROAD.finditer(text), _NUMBERS_ABROAD):
        if _is_somebodys(match[0]):
            yield Span(*match.span(), "phone")


def others(text: str) -> Iterator[Span]:
    """Find old CMND numbers, passports, very long numbers, and rows of six or eight digits."""
    yield from find("id", _OLD_ID, text)
    yield from find("passport", _PASSPORT, text)
    yield from find("proof", _SIX_ALONE, text)
    yield from find("number", _LONG, text)
    yield from find("digits", _SIX, text)
    yield from find("key", _EIGHT, text)


def _digits(stretch: str) -> str:
    return "".join(letter for letter in stretch if letter.isdecimal() or letter == "-")


def _is_somebodys(number: str) -> bool:
    try:
        parsed = phonenumbers.parse(number, "VN")
    except phonenumbers.NumberParseException:
        return False
    is_public = phonenumbers.number_type(parsed) in _PUBLIC_NUMBERS
    return phonenumbers.is_valid_number(parsed) and not is_public


EVIDENT: tuple[Finder, ...] = (dictated, emails, named, citizen_ids, tax_codes, phones)
LIKELY: tuple[Finder, ...] = (others,)
