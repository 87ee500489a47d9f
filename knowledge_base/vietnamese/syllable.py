"""Which runs of letters are Vietnamese syllables: an onset, a rime and a tone that go together."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.vietnamese.folding import fold

_FILE = Path(__file__).parent / "data" / "syllables.yml"
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_TONES_OF_STOPS = {"", "\u0301", "\u0323"}
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=1)
def spellings() -> Mapping[str, frozenset[str]]:
    """Return what data/syllables.yml lists, by its keys."""
    listed = yaml.safe_load(_FILE.read_text("utf-8"))
    return {name: frozenset(parts) for name, parts in listed.items()}


@lru_cache(maxsize=4096)
def is_syllable(word: str) -> bool:
    """Tell whether a lower-case NFC word is spelt as a Vietnamese syllable can be."""
    letters, tones = apart(word)
    if len(tones) > 1:
        return False
    return any(
        _fits(letters[len(onset) :], tones) and _goes_before(onset, letters[len(onset) :])
        for onset in ("", *spellings()["onsets"])
        if letters.startswith(onset)
    )


@lru_cache(maxsize=4096)
def is_plain_syllable(word: str) -> bool:
    """Tell whether a lower-case word without diacritics can stand for a Vietnamese syllable."""
    return any(
        word.startswith(fold(onset)) and word[len(onset) :] in _folded_rimes()
        for onset in ("", *spellings()["onsets"])
    ) or word in ("gi", "gin", "gip", "gieng")


def _fits(rime: str, tones: str) -> bool:
    return rime in spellings()["rimes"] and (not rime.endswith(_STOPS) or tones in _TONES_OF_STOPS)


def _goes_before(onset: str, rime: str) -> bool:
    is_front = rime[0] in spellings()["front"]
    return onset not in spellings()["never_before_front" if is_front else "only_before_front"]


def apart(word: str) -> tuple[str, str]:
    """Part a word into its letters and the tones they carry: "đất" into "đât" and the acute."""
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(part for part in parts if part in _TONES)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES)), tones


@lru_cache(maxsize=1)
def _folded_rimes() -> frozenset[str]:
    return frozenset(map(fold, spellings()["rimes"]))
