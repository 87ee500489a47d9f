"""The proof that a citizen types: read here, handed to intake, and seen by nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.masking.cues import after
from bot.masking.mask import personal_data
from bot.masking.protected import protected
from bot.masking.spans import Span, find, plain, without_overlap
from bot.masking.spans import replace as cut

LENGTH = 6
_SIX = re.compile(r"(?<![\w.,/-])(\d(?: ?\d){5})(?![\w/-]|[.,]\d)")
_KEY = r"(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z\d]{2,}(?:-[a-z\d]{2,})*"
_KEY_ANYWHERE = re.compile(rf"(?<![\w./-])({_KEY})(?![\w/-]|\.\w)")
_KEY_ALONE = re.compile(r"^\W*([a-z\d]{8,}|[a-z\d]{4}(?:[ -][a-z\d]{4})+)\W*$")
_FIGURES_ALONE = re.compile(r"^\W*(\d(?:[ .-]?\d){3,14})\W*$")
_KEY_LENGTH = 8
_MOST_WORDS_AROUND = 8
_WORD = re.compile(r"\w+")
_NAMED = "proof"
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


def read_proof(text: str, codes: Iterable[Span], *, awaited: bool) -> Factor | None:
    """Return the proof in a message: a key, or the last six digits, also of a whole number.

    Without a dossier code beside it and without being awaited a number proves nothing.
    """
    codes = list(codes)
    if not codes and not awaited:
        return None
    bare = plain(text)
    factor = next(_factors(bare, codes), None)
    if factor is None or factor.span.kind == _NAMED:
        return factor
    is_whole_number = factor.span.kind in _WHOLE_NUMBERS
    is_question = _words_around(bare, [*codes, factor.span]) > _MOST_WORDS_AROUND
    return replace(factor, is_aside=is_question and (is_whole_number or not codes))


def _factors(bare: str, codes: list[Span]) -> Iterator[Factor]:
    kept = [*codes, *without_overlap(protected(bare), codes)]
    for span in without_overlap(find(_NAMED, after("lookup_key", _KEY), bare), kept):
        yield Factor(_key(bare, span), span)
    for span in personal_data(bare, codes):
        if span.kind in (_NAMED, *_WHOLE_NUMBERS):
            yield _digits(bare, span)
    for span in without_overlap(find("digits", _SIX, bare), kept):
        yield _digits(bare, span)
    for span in without_overlap(_keys(bare), kept):
        yield Factor(_key(bare, span), span)
    for span in without_overlap(find("digits", _FIGURES_ALONE, bare), kept):
        yield Factor(_figures(bare, span), span, is_sound=False)


def _keys(bare: str) -> Iterator[Span]:
    yield from find("key", _KEY_ALONE, bare)
    yield from (s for s in find("key", _KEY_ANYWHERE, bare) if len(_key(bare, s)) >= _KEY_LENGTH)


def _digits(bare: str, span: Span) -> Factor:
    figures = _figures(bare, span)
    if any(letter.isalpha() for letter in bare[span.start : span.end].lstrip("o")):
        return Factor(_key(bare, span), span)
    return Factor(figures[-LENGTH:], span, is_sound=len(figures) in (LENGTH, 9, 10, 11, 12))


def _figures(bare: str, span: Span) -> str:
    return "".join(filter(str.isdecimal, bare[span.start : span.end]))


def _key(bare: str, span: Span) -> str:
    return "".join(filter(str.isalnum, bare[span.start : span.end])).upper()


def _words_around(bare: str, spans: Iterable[Span]) -> int:
    return len(_WORD.findall(cut(bare, spans, lambda _: " ")))
