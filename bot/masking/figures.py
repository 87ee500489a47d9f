"""Digits however they are typed: letters that look like them, and words that stand for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.masking.spans import BAR, plain

GAP = rf"[^a-z0-9{BAR}]{{0,3}}"
"""What may stand between two digits of one number."""

_FILE = Path(__file__).with_name("figures.yml")
_LOOK_ALIKE = str.maketrans("oli", "011")
_NEARLY_A_NUMBER = re.compile(r"(?<![a-z0-9])(?=[oli]*\d)[0-9oli]+(?![a-z0-9])")
_AMONG_DIGITS = re.compile(rf"(?<=\d)({GAP})([oli])(?={GAP}\d)")
_WORD = re.compile(r"[a-z]+|\d")


def mended(bare: str) -> str:
    """Return the text with ``o``, ``l`` and ``i`` beside digits read as the digits they stand for."""
    whole = _NEARLY_A_NUMBER.sub(lambda match: match[0].translate(_LOOK_ALIKE), bare)
    return _AMONG_DIGITS.sub(lambda match: match[1] + match[2].translate(_LOOK_ALIKE), whole)


def figures(stretch: str) -> str:
    """Return the digits of a stretch of plain text, those that are written out among them."""
    words = (word if word.isdigit() else digits().get(word, "") for word in _WORD.findall(mended(stretch)))
    return "".join(words)


@cache
def digits() -> Mapping[str, str]:
    """Return the digit that each word stands for, words without diacritics."""
    written: dict[str, int] = _written()["digits"]
    return {plain(word): str(digit) for word, digit in written.items()}


@cache
def tens() -> frozenset[str]:
    """Return the words that only join two digits, without diacritics."""
    return frozenset(map(plain, _written()["tens"]))


@cache
def weekday() -> str:
    """Return the word after which digits in words are days of the week."""
    return plain(_written()["weekday"])


@cache
def _written() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return words
