"""One place for the tone mark: hòa and hoà, thủy and thuỷ are the same word."""

from __future__ import annotations

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONE_ON_LAST = re.compile(
    rf"(?<![qQ])([oO])([aeAE])([{_TONES}])(?!\w)|(?<![qQ])([uU])([yY])([{_TONES}])(?!\w)"
)


def unify_tone_placement(text: str) -> str:
    """Write the tone of open oa, oe and uy on the first vowel (hòa, khỏe, thủy); returns NFC."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _TONE_ON_LAST.sub(_on_first, decomposed))


def _on_first(match: re.Match[str]) -> str:
    first, last, tone = (part for part in match.groups() if part is not None)
    return first + tone + last
