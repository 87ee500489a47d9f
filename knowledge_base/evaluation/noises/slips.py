"""Words as they go wrong on the way to the screen."""

from __future__ import annotations

import unicodedata
from typing import TypeAlias

import numpy as np

Random: TypeAlias = np.random.Generator

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_HOOK, _TILDE = "\u0309", "\u0303"
_CONFUSED = {"tr": "ch", "ch": "tr", "gi": "d", "s": "x", "x": "s", "d": "gi", "v": "d", "l": "n", "n": "l"}
"""Beginnings that regions do not tell apart, the longer ones first."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST_MISTYPED = 3


def unmarked(text: str, random: Random) -> str:
    """Return a text without diacritics, in its own case."""
    parts = unicodedata.normalize("NFD", text)
    return "".join({"đ": "d", "Đ": "D"}.get(part, part) for part in parts if not unicodedata.combining(part))


def wrong_tone(word: str, random: Random) -> str:
    """Return a word with hook and tilde confused, or without its other tone."""
    parts = unicodedata.normalize("NFD", word)
    if _HOOK in parts or _TILDE in parts:
        changed = parts.translate({ord(_HOOK): _TILDE, ord(_TILDE): _HOOK})
    else:
        changed = parts.translate(dict.fromkeys(map(ord, _TONES)))
    return unicodedata.normalize("NFC", changed)


def regional(word: str, random: Random) -> str:
    """Return a word as it sounds in some region: another beginning, else -n and -ng confused."""
    lower = word.lower()
    for heard, written in _CONFUSED.items():
        if lower.startswith(heard):
            return written + lower[len(heard) :]
    if lower.endswith("ng"):
        return word[:-1]
    return f"{word}g" if lower.endswith("n") else word


def mistyped(word: str, random: Random) -> str:
    """Return a word with two letters swapped, one left out, or one hit beside its key; short words stay."""
    if len(word) < _SHORTEST_MISTYPED:
        return word
    place, kind = int(random.integers(len(word) - 1)), random.random()
    before, letter, after = word[:place], word[place], word[place + 1 :]
    if kind < 1 / 3:
        return f"{before}{after[0]}{letter}{after[1:]}"
    return before + (_beside(letter, random) if kind < 2 / 3 else "") + after


def _beside(letter: str, random: Random) -> str:
    base = unmarked(letter.lower(), random)
    row = next((row for row in _ROWS if base in row), base)
    place = row.index(base)
    near = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    return near[int(random.integers(len(near)))] if near else letter
