"""What a person typed, made safe to hand to Rasa."""

from __future__ import annotations

import re

_LEADING_NON_WORDS = re.compile(r"^[\W_]+")


def literal(text: str) -> str:
    """Drop everything before the first letter or digit, lone surrogates and NULs.

    Rasa executes a text whose first visible character is "/" as an intent. No text that leaves here can begin
    with one, whatever was put before it: blanks, zero-width characters, bidi marks, quotes, other slashes.
    """
    sound = text.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    return _LEADING_NON_WORDS.sub("", sound)
