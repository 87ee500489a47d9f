"""Find look-up keys of slips: eight letters and digits, in one piece, in two fours, or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.masking.cues import after, ahead_of
from bot.masking.spans import BAR, Span, find, plain

LENGTH = 8
_TOKEN = re.compile(r"[a-z0-9]+")
_JOINT = re.compile(rf"[^a-z0-9{BAR}]{{1,3}}")
_FOURS = re.compile(r"(?<![a-z0-9])[a-z0-9]{4}[-._/·][a-z0-9]{4}(?![a-z0-9])")
_FOURS_WITH_DIGIT = re.compile(
    r"(?<![a-z0-9])(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z0-9]{4}-[a-z0-9]{4}(?![a-z0-9]|-[a-z0-9])"
)
_DASHED = re.compile(
    r"(?<![a-z0-9])(?=[a-z-]*\d)(?=[\d-]*[a-z])[a-z0-9]{2,40}(?:-[a-z0-9]{2,40}){1,3}(?![a-z0-9])"
)
_SHORTEST = 4
_FEW_WORDS = 3
_VOWELS = set("aeiouy")
_EVERYDAY = re.compile(
    r"\d+(?:[hkdmlgtnp]|tr|ty|ti|vnd|usd|m2|m3|km|ha|kg|cm|mm|dong|trieu|nghin|ngan)\d{0,2}|[a-z]{1,3}\d{1,2}"
)
_NAMED_KEY = (
    r"(?=[a-z]*\d)[a-z0-9]{4,40}(?:[-._/][a-z0-9]{2,8}){0,3}|[a-z0-9]{2,8}(?:[-._/][a-z0-9]{2,8}){1,3}"
)


@dataclass(frozen=True)
class Token:
    """A run of letters and digits, with its place; ``is_cried``: its capitals mean nothing."""

    start: int
    typed: str
    is_cried: bool = False

    @cached_property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.typed)

    @cached_property
    def has_digit(self) -> bool:
        """Whether there is a digit in it."""
        return any(map(str.isdecimal, self.typed))

    @cached_property
    def is_mixed(self) -> bool:
        """Whether letters and digits are in it, and it is no everyday measure, hour or size of paper."""
        if not self.has_digit or self.typed.isdecimal():
            return False
        return not _EVERYDAY.fullmatch(plain(self.typed))

    @cached_property
    def has_vowel(self) -> bool:
        """Whether a syllable could be written so."""
        return bool(_VOWELS & set(plain(self.typed)))

    @cached_property
    def is_odd(self) -> bool:
        """Whether no syllable is written so: a digit, no vowel, capitals among small letters."""
        return self.has_digit or not self.has_vowel or len(self.typed) == 1 or self.is_shown_off

    @cached_property
    def is_shown_off(self) -> bool:
        """Whether it stands in capitals among small letters."""
        return self.typed.isupper() and not self.is_cried


def keys(text: str, bare: str) -> Iterator[Span]:
    """Find what is a key wherever it stands. ``bare`` is the text without diacritics, what is no key barred."""
    tokens = _tokens(text, bare)
    for window in _windows(tokens, bare):
        if _is_key(window):
            yield _span(window)
    yield from find("key", _FOURS_WITH_DIGIT, bare)
    for token in tokens:
        if _is_long_key(token):
            yield _span([token])


def named_keys(bare: str) -> Iterator[Span]:
    """Find what is called a key, whatever its length."""
    yield from find("proof", after("lookup_key", _NAMED_KEY), bare)
    yield from find("proof", ahead_of("lookup_key", rf"(?<![a-z0-9])(?:{_NAMED_KEY})"), bare)


def keys_beside_proof(text: str, bare: str) -> Iterator[Span]:
    """Find what may be a key where one is expected: any eight, and every token of letters and digits."""
    tokens = _tokens(text, bare)
    for window in _windows(tokens, bare):
        if _is_key(window) or len({len(one.typed) for one in window}) == 1 or _is_shown_off(window):
            yield _span(window)
    yield from find("key", _FOURS, bare)
    yield from (span for span in find("key", _DASHED, bare) if span.end - span.start > LENGTH)
    for token in tokens:
        if _is_long_key(token) or (len(token.typed) >= _SHORTEST and token.is_mixed):
            yield _span([token])


def _tokens(text: str, bare: str) -> list[Token]:
    found = [(match.start(), text[match.start() : match.end()]) for match in _TOKEN.finditer(bare)]
    words = [typed for _, typed in found if typed.isalpha() and len(typed) > 1]
    is_cried = len(words) >= _FEW_WORDS and all(map(str.isupper, words))
    return [Token(start, typed, is_cried) for start, typed in found]


def _windows(tokens: Sequence[Token], bare: str) -> Iterator[list[Token]]:
    """Yield rows of neighbouring odd tokens with eight letters and digits together, and any token of eight."""
    for first, token in enumerate(tokens):
        if len(token.typed) == LENGTH:
            yield [token]
        elif window := _row(tokens[first : first + LENGTH], bare):
            yield window


def _row(tokens: Sequence[Token], bare: str) -> list[Token] | None:
    row: list[Token] = []
    size = 0
    for token in tokens:
        if not token.is_odd or (row and not _JOINT.fullmatch(bare, row[-1].end, token.start)):
            return None
        row.append(token)
        size += len(token.typed)
        if size >= LENGTH:
            return row if size == LENGTH else None
    return None


def _is_key(window: Sequence[Token]) -> bool:
    value = "".join(token.typed for token in window)
    if value.isdecimal():
        return False
    if not any(map(str.isdecimal, value)):
        return len(window) == 1 and not window[0].has_vowel
    return any(token.is_mixed for token in window) or len(window) == LENGTH


def _is_long_key(token: Token) -> bool:
    """Tell whether a token is no word: too long for an abbreviation, and mixed or without a vowel."""
    return len(token.typed) >= LENGTH and (token.is_mixed or not (token.has_digit or token.has_vowel))


def _is_shown_off(window: Sequence[Token]) -> bool:
    return all(token.is_shown_off for token in window)


def _span(window: Sequence[Token]) -> Span:
    return Span(window[0].start, window[-1].end, "key")
