"""Digits however they are typed: letters that look like them, and numbers that are written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from bot.masking.spans import BAR, Span, find, plain

GAP = rf"[^a-z0-9{BAR}]{{0,3}}"
"""What may stand between two digits of one number."""

_FILE = Path(__file__).with_name("figures.yml")
_LOOK_ALIKE = str.maketrans("oli", "011")
_NEARLY_A_NUMBER = re.compile(r"(?<![a-z0-9])(?=[oli]*\d)[0-9oli]+(?![a-z0-9])")
_AMONG_DIGITS = re.compile(rf"(?<=\d)({GAP})([oli])(?={GAP}\d)")
_LEAST_SPOKEN, _LEAST_WORDS = 6, 3
_WORD = re.compile(r"[a-z]+|\d")
_LETTERS = re.compile(r"[a-z]+")


def mended(bare: str) -> str:
    """Return the text with ``o``, ``l`` and ``i`` beside digits read as the digits they stand for."""
    whole = _NEARLY_A_NUMBER.sub(lambda match: match[0].translate(_LOOK_ALIKE), bare)
    return _AMONG_DIGITS.sub(lambda match: match[1] + match[2].translate(_LOOK_ALIKE), whole)


def spoken(bare: str) -> Iterator[Span]:
    """Find numbers that are written out, six words or more, some of them perhaps digits."""
    return (
        span
        for span in find("number", _spoken(), bare)
        if len(_LETTERS.findall(bare, span.start, span.end)) >= _LEAST_WORDS
    )


def figures(stretch: str) -> str:
    """Return the digits of a stretch of plain text, those that are written out among them."""
    words = (word if word.isdigit() else _digits().get(word, "") for word in _WORD.findall(mended(stretch)))
    return "".join(words)


@cache
def _digits() -> Mapping[str, str]:
    written: dict[str, int] = yaml.safe_load(_FILE.read_text("utf-8"))
    return {plain(word): str(digit) for word, digit in written.items()}


@cache
def _spoken() -> re.Pattern[str]:
    one = rf"(?:{'|'.join(_digits())}|\d{{1,3}})(?![a-z0-9])"
    between = rf"[^a-z0-9{BAR}]{{1,3}}"
    return re.compile(rf"(?<![a-z0-9]){one}(?:{between}{one}){{{_LEAST_SPOKEN - 1},}}")
