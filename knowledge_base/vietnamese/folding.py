"""Reading Vietnamese without its marks: what is left when somebody types in a hurry."""

from __future__ import annotations

import re
import unicodedata

_SYLLABLE = re.compile(r"[^\W_]+")
_STROKES = str.maketrans({"đ": "d", "Đ": "d"})


def fold(text: str) -> str:
    """Return the text in lower case without diacritics; đ becomes d. Length may change."""
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_STROKES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def syllables(text: str) -> list[str]:
    """Return the runs of letters and digits of the text, in order, as they are written."""
    return _SYLLABLE.findall(text)


def folded_syllables(text: str) -> list[str]:
    """Return the folded syllables of the text: what features and search indexes are made of."""
    return syllables(fold(text))
