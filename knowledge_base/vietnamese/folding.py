"""Reading Vietnamese without its marks: what is left when somebody types in a hurry."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SYLLABLE = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text in lower case without diacritics; đ becomes d. Linear; the length may change."""
    return "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter.lower())
    return "".join("d" if part == "đ" else part for part in parts if not unicodedata.combining(part))


def syllables(text: str) -> list[str]:
    """Return the runs of letters and digits of the text, in order, as they are written."""
    return _SYLLABLE.findall(text)


def folded_syllables(text: str) -> list[str]:
    """Return the folded syllables of the text: what features and search indexes are made of."""
    return syllables(fold(text))
