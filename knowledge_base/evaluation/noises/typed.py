"""Questions as people type them: ten kinds of noise, the same for the same text, kind and seed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from knowledge_base.evaluation.noises.keystrokes import telex, vni
from knowledge_base.evaluation.noises.short_forms import shortened
from knowledge_base.evaluation.noises.slips import Random, mistyped, regional, unmarked, wrong_tone

_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTER = re.compile(r"[^\w\s/]")

_Word = Callable[[str, Random], str]


def _each(change: _Word, share: float) -> _Word:
    """Return what changes each word of a text with the chance ``share``."""

    def changed(text: str, random: Random) -> str:
        return _WORD.sub(
            lambda found: change(found[0], random) if random.random() < share else found[0], text
        )

    return changed


def _calm(text: str, random: Random) -> str:
    return " ".join(_NO_LETTER.sub(" ", text.lower()).split())


def _short_unmarked(text: str, random: Random) -> str:
    return unmarked(shortened(text, random), random)


_KINDS: Mapping[str, _Word] = {
    "no_punctuation": _calm,
    "no_diacritics": _each(unmarked, 1),
    "half_diacritics": _each(unmarked, 0.5),
    "wrong_tones": _each(wrong_tone, 0.2),
    "regional": _each(regional, 0.2),
    "typos": _each(mistyped, 0.3),
    "telex": _each(telex, 1),
    "vni": _each(vni, 1),
    "teencode": shortened,
    "teencode_no_diacritics": _short_unmarked,
}
NOISES: Final = tuple(_KINDS)


def typed(text: str, noise: str, seed: int = 0) -> str:
    """Return a text with a noise of ``NOISES``; the share of words that change is in ``_KINDS``."""
    composed = unicodedata.normalize("NFC", text)
    drawn = hashlib.sha256(f"{seed}|{noise}|{composed}".encode()).digest()
    return _KINDS[noise](composed, np.random.default_rng(list(drawn)))
