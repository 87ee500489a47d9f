"""The proof that a citizen types: read here, handed to intake, and seen by nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.masking.figures import GAP, figures, mended
from bot.masking.protected import everyday_units, protected_beside_proof
from bot.masking.spans import BAR, Span, barred, find, plain
from bot.masking.spans import replace as cut

LENGTH = 6
KEY_LENGTH = 8
LONGEST_KEY = 40
_WHOLE_NUMBER = range(9, 13)
_ONE = rf"[^a-z0-9{BAR}]{{1,3}}"
_SIX = re.compile(
    rf"(?<!\d)(?<!\d[.,/-])(?:\d{{6}}|\d{{3}}{_ONE}\d{{3}}|\d{{2}}{_ONE}\d{{2}}{_ONE}\d{{2}}|\d(?:{_ONE}\d){{5}})"
    rf"(?!\d|[.,/-]\d)"
)
_KEY_ALONE = re.compile(
    r"^[^a-z0-9]*+((?=.*[a-z])[a-z\d]{8,}"
    r"|(?=.*[a-z])(?=.*\d)[a-z\d]{4}(?:[^a-z0-9]{1,3}[a-z\d]{4})+)[^a-z0-9]*+$",
    re.DOTALL,
)
_FIGURES_ALONE = re.compile(rf"^[^a-z0-9]*+(\d(?:{GAP}\d){{3,14}})[^a-z0-9]*+$")
_LETTERS_OF_KEY = re.compile(rf"[a-z]{{8,}}|[a-z]{{4}}{_ONE}[a-z]{{4}}|[a-z](?:{_ONE}[a-z]){{7}}")
_VOWEL = re.compile(r"[aeiouy]")
_MOST_WORDS_AROUND = 8
_WORD = re.compile(r"\w+")
_NAMED, _KEY = "proof", "key"
_WHOLE_NUMBERS = ("id", "phone", "number", "insurance")


@dataclass(frozen=True)
class Factor:
    """What was typed as proof and where it stands.

    ``is_sound``: it has the shape of a proof. ``is_aside``: it is mentioned in passing, beside a question.
    """

    value: str
    span: Span
    is_sound: bool = True
    is_aside: bool = False


def read_proof(text: str, codes: Iterable[Span], private: Iterable[Span], *, awaited: bool) -> Factor | None:
    """Return the proof in a message: a key, or the last six digits, also of a whole number.

    ``private`` is what ``personal_data`` found beside a proof. Without a dossier code beside it and without
    being awaited a number proves nothing.
    """
    codes = list(codes)
    if not codes and not awaited:
        return None
    bare = plain(text)
    factor = next(_factors(bare, codes, list(private)), None)
    if factor is None or factor.span.kind == _NAMED:
        return factor
    is_whole_number = factor.span.kind in _WHOLE_NUMBERS
    is_question = _words_around(bare, [*codes, factor.span]) > _MOST_WORDS_AROUND
    return replace(factor, is_aside=is_question and (is_whole_number or not codes))


def _factors(bare: str, codes: list[Span], private: list[Span]) -> Iterator[Factor]:
    """Yield what may be the proof, the likeliest first."""
    open_text = barred(bare, [*codes, *protected_beside_proof(bare), *everyday_units(bare)])
    yield from (_named(bare, span) for span in private if span.kind == _NAMED)
    for span in (span for span in private if span.kind in _WHOLE_NUMBERS):
        digits = figures(bare[span.start : span.end])
        if len(digits) in (LENGTH, *_WHOLE_NUMBER):
            yield Factor(digits[-LENGTH:], span)
    for span in find("digits", _SIX, mended(open_text)):
        yield Factor(figures(bare[span.start : span.end]), span)
    for span in (span for span in private if span.kind == _KEY):
        if _is_key(bare, span, is_beside_code=bool(codes)):
            yield _key(bare, span)
    yield from (_key(bare, span) for span in find(_KEY, _KEY_ALONE, barred(bare, codes)))
    for span in find("digits", _FIGURES_ALONE, mended(open_text)):
        yield Factor(figures(bare[span.start : span.end]), span, is_sound=False)


def _named(bare: str, span: Span) -> Factor:
    digits = figures(bare[span.start : span.end])
    if not _value(bare, span).isdecimal() and len(digits) < LENGTH:
        return _key(bare, span)
    return Factor(digits[-LENGTH:], span, is_sound=len(digits) in (LENGTH, *_WHOLE_NUMBER))


def _key(bare: str, span: Span) -> Factor:
    value = _value(bare, span).upper()
    return Factor(value[:LONGEST_KEY], span, is_sound=len(value) <= LONGEST_KEY)


def _is_key(bare: str, span: Span, *, is_beside_code: bool) -> bool:
    """Tell whether what was hidden is a key: eight figures; letters alone beside a code, or unspeakable ones."""
    value = _value(bare, span)
    if value.isdecimal():
        return len(value) == KEY_LENGTH
    if value.isalpha():
        is_spoken = not is_beside_code and _VOWEL.search(value)
        return not is_spoken and bool(_LETTERS_OF_KEY.fullmatch(bare, span.start, span.end))
    return len(value) >= KEY_LENGTH


def _value(bare: str, span: Span) -> str:
    return "".join(filter(str.isalnum, bare[span.start : span.end]))


def _words_around(bare: str, spans: Iterable[Span]) -> int:
    return len(_WORD.findall(cut(bare, spans, lambda _: " ")))
