"""One canonical form of what people type, shared by gateway, engine and search."""

from __future__ import annotations

import re
import unicodedata

from knowledge_base.vietnamese.abbreviations import expand_abbreviations
from knowledge_base.vietnamese.tone_placement import unify_tone_placement

_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\u02d7\ufe58\ufe63\uff0d\u00ad]")
_SPACES = re.compile(r"\s+")
_REPEATED_LETTER = re.compile(r"([^\W\d_iI])\1{2,}")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def canonical(text: str) -> str:
    """Return the one form in which a text is read. Total, idempotent, linear in its length.

    NFKC (full-width letters become plain ones), control, zero-width, bidirectional and surrogate
    characters removed, every dash ``-``, one space for white space, one place for tone marks, a letter
    typed three times or more once, abbreviations written out. Codes, numbers, money and dates stay.
    """
    visible = _visible(unicodedata.normalize("NFKC", _DASHES.sub("-", _without_surrogates(text))))
    spaced = _SPACES.sub(" ", _DASHES.sub("-", visible)).strip()
    written_out = expand_abbreviations(unify_tone_placement(spaced))
    return expand_abbreviations(_REPEATED_LETTER.sub(r"\1", written_out))


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "ignore").decode("utf-8")


def _visible(text: str) -> str:
    return "".join(
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or unicodedata.category(letter) not in _UNSEEN
    )
