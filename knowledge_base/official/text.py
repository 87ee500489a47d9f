"""Text of the catalogue made fit to store, its words left alone."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_SPACES = re.compile("  +")
_VISIBLE_ALREADY = re.compile(r"[\w \n!-~“”‘’–—…•°²³×≤≥]*")
"""Letters, digits and usual marks stay as they are, which is sooner told of a text than of each character."""
_BLANK_LINES = re.compile(r"\n{2,}")
_SYMBOL_FONT_BULLET = "-"
_CHARACTERS_REMEMBERED = 4096


def tidy(text: Any) -> str:
    """Return the text in NFC with plain spaces, without invisible characters; "" for what is no text.

    Private-use characters are bullets of a symbol font that got lost on the way; they become "-".
    """
    if not isinstance(text, str):
        return ""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    visible = composed if _VISIBLE_ALREADY.fullmatch(composed) else composed.translate(_VISIBLE)
    spaced = _SPACES.sub(" ", visible)
    lines = "\n".join(line.strip() for line in spaced.split("\n"))
    return _BLANK_LINES.sub("\n", lines).strip()


class _Visible(dict[int, str]):
    """What each character becomes, found out once; hostile text cannot make it grow without end."""

    def __missing__(self, code_point: int) -> str:
        visible = _visible(chr(code_point))
        if len(self) < _CHARACTERS_REMEMBERED:
            self[code_point] = visible
        return visible


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\n" or category[0] not in "CZ":
        return character
    if category == "Co":
        return _SYMBOL_FONT_BULLET
    return " " if category[0] == "Z" or character == "\t" else ""


_VISIBLE = _Visible()


def tidy_name(text: Any) -> str:
    """Return a title on one line, without the full stop or semicolon that lists leave behind."""
    return " ".join(tidy(text).split()).rstrip(" .;")


def tidy_said(text: Any) -> str:
    """Return the tidy text, "" for a dash or dots that stand in place of one."""
    said = tidy(text)
    return said if any(map(str.isalnum, said)) else ""


def tidy_list(values: Any) -> list[str]:
    """Return the texts of a list, each once, without nulls, blanks and dashes."""
    texts = (tidy_said(value) for value in values or ())
    return list(dict.fromkeys(text for text in texts if text))
