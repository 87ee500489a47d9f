"""Reading Vietnamese without its marks: what is left when somebody types in a hurry."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_LETTERS_REMEMBERED = 4096
_SYLLABLE = re.compile(r"[^\W_]+")


class _Folding(dict[int, str]):
    """What each letter becomes, found out once; hostile text cannot make it grow without end."""

    def __missing__(self, letter: int) -> str:
        parts = unicodedata.normalize("NFD", chr(letter))
        folded = "".join("d" if part == "đ" else part for part in parts if not unicodedata.combining(part))
        if len(self) < _LETTERS_REMEMBERED:
            self[letter] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return the text in lower case without diacritics; đ becomes d. Linear; the length may change."""
    lower = text.lower()
    return lower if lower.isascii() else lower.translate(_FOLDING)


def fold_each(words: Sequence[str]) -> list[str]:
    """Return each of the words, which hold no white space, folded."""
    return fold(" ".join(words)).split(" ") if words else []


def syllables(text: str) -> list[str]:
    """Return the runs of letters and digits of the text, in order, as they are written."""
    return _SYLLABLE.findall(text)


def folded_syllables(text: str) -> list[str]:
    """Return the folded syllables of the text: what features and search indexes are made of."""
    return syllables(fold(text))
