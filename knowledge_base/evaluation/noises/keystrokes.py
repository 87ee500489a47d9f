"""What a keyboard writes whose Vietnamese was left switched off: every mark as the key that makes it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from knowledge_base.evaluation.noises.slips import Random

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI = {
    _GRAVE: "2", _ACUTE: "1", _HOOK: "3", _TILDE: "4", _DOT: "5", _CIRCUMFLEX: "6", _BREVE: "8", _HORN: "7"
}  # fmt: skip
_TELEX = {_GRAVE: "f", _ACUTE: "s", _HOOK: "r", _TILDE: "x", _DOT: "j", _BREVE: "w", _HORN: "w"}
_TONES = {_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT}


def telex(word: str, random: Random) -> str:
    """Return a word's keys in Telex, the tone last."""
    return _keys(word, _TELEX, bar="d")


def vni(word: str, random: Random) -> str:
    """Return a word's keys in VNI, the tone last."""
    return _keys(word, _VNI, bar="9")


def _keys(word: str, keys: Mapping[str, str], bar: str) -> str:
    pressed, tone = "", ""
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        base, marks = parts[0], parts[1:]
        pressed += {"đ": "d", "Đ": "D"}.get(base, base) + bar * (base in "đĐ")
        for mark in marks:
            if mark in _TONES:
                tone = keys[mark]
            else:
                pressed += keys.get(mark, base.lower())
    return pressed + tone
