"""Characters as they come, turned into the ones that are read."""

from __future__ import annotations

import re
import unicodedata

_NEVER_READ = {"Cc", "Cf", "Cs", "Co", "Cn", "Me"}
_DASHES = "\u00ad\u02d7\u2043\u2212"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_MARKS_PER_LETTER = 4
_LETTERS_REMEMBERED = 4096


class _Reading(dict[int, str]):
    """What each character is read as, found out once; hostile text cannot make it grow without end."""

    def __missing__(self, letter: int) -> str:
        read = _read(chr(letter))
        if len(self) < _LETTERS_REMEMBERED:
            self[letter] = read
        return read


_READING = _Reading()


def clean(text: str) -> str:
    """Return the text without what nobody can see or type; total and linear in the text's length.

    Full-width and other compatibility letters become plain ones, every dash ``-``, white space one space;
    control, zero-width, bidirectional and surrogate characters go, and so do marks that belong to no
    letter. A soft hyphen is a dash: that is what a code copied from a PDF carries.
    """
    composed = unicodedata.normalize("NFC", _without_piled_marks(text.translate(_READING)))
    return " ".join(unicodedata.normalize("NFC", _LATIN_MARKS.sub("", composed)).split())


def _read(letter: str) -> str:
    if letter in _DASHES or unicodedata.category(letter) == "Pd":
        return "-"
    if letter.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", letter)
    return "".join(" " if part.isspace() else part for part in plain if part.isspace() or _is_read(part))


def _is_read(letter: str) -> bool:
    return unicodedata.category(letter) not in _NEVER_READ and ord(letter) not in _VARIATION_SELECTORS


def _without_piled_marks(letters: str) -> str:
    """Keep few enough marks on a letter that composing them stays linear."""
    if not any(map(unicodedata.combining, set(letters))):
        return letters
    kept: list[str] = []
    marks = 0
    for letter in letters:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MARKS_PER_LETTER:
            kept.append(letter)
    return "".join(kept)
