"""Text of the catalogue made fit to store, its words left alone."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{2,}")
_SYMBOL_FONT_BULLET = "-"


def tidy(text: Any) -> str:
    """Return the text in NFC with plain spaces, without invisible characters; "" for what is no text.

    Private-use characters are bullets of a symbol font that got lost on the way; they become "-".
    """
    if not isinstance(text, str):
        return ""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    spaced = _SPACES.sub(" ", "".join(map(_visible, composed)))
    lines = "\n".join(line.strip() for line in spaced.split("\n"))
    return _BLANK_LINES.sub("\n", lines).strip()


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\n" or category[0] not in "CZ":
        return character
    if category == "Co":
        return _SYMBOL_FONT_BULLET
    return " " if category[0] == "Z" or character == "\t" else ""


def tidy_name(text: Any) -> str:
    """Return a title on one line, without the full stop or semicolon that lists leave behind."""
    return " ".join(tidy(text).split()).rstrip(" .;")


def tidy_list(values: Any) -> list[str]:
    """Return the texts of a list, each once, without nulls and blanks."""
    texts = (tidy(value) for value in values or ())
    return list(dict.fromkeys(text for text in texts if text))
