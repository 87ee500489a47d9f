"""Whether a message is in a language that the assistant does not answer in, or in none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from actions.style import Style
from knowledge_base.vietnamese.folding import fold, syllables
from knowledge_base.vietnamese.syllable import is_plain_syllable, is_syllable

FEWEST, _FEWEST_ODD = 2, 4
"""Known words, or odd ones, from which a language is told: a few odd words may be anything."""
_SHARE = 0.6
"""The share of words that are no Vietnamese syllables from which a text is hardly Vietnamese."""
_SPOKEN = re.compile(r"(?!.*[bcdfghjklmnpqrstvwxz]{5})(?=.*[aeiouy])")
"""A word that some language may have: it has a vowel, and no five consonants together."""

Strange = Literal["language", "unreadable"]


def is_english(text: str, style: Style) -> bool:
    """Tell whether two English words or more make up half of the text; Vietnamese ones with marks never do."""
    words = syllables(text.lower())
    english, too = style.say.words("talk.english"), style.say.words("talk.english_too")
    known = sum(word in english for word in words)
    english_at_all = known + sum(word in too for word in words)
    return text.isascii() and known >= FEWEST and 2 * english_at_all >= len(words)


def strange(text: str, style: Style) -> Strange | None:
    """Tell another language from letters typed at random; None for what may be Vietnamese."""
    words = [word for word in syllables(text.lower()) if not word.isdecimal()]
    borrowed, foreign = style.say.words("beside.borrowed"), style.say.words("beside.foreign")
    odd = [word for word in words if word not in borrowed and not _may_be_syllable(word)]
    if is_english(text, style) or _is_foreign(words, odd, foreign):
        return "language"
    if len(odd) < _FEWEST_ODD or len(odd) < _SHARE * len(words):
        return None
    return "language" if sum(map(_is_spoken, odd)) > len(odd) / 2 else "unreadable"


def _is_foreign(words: Sequence[str], odd: Sequence[str], foreign: Sequence[str]) -> bool:
    known = sum(word in foreign for word in words)
    return known >= FEWEST and 2 * len(odd) >= len(words)


def _may_be_syllable(word: str) -> bool:
    return len(word) == 1 or (is_plain_syllable(word) if word.isascii() else is_syllable(word))


def _is_spoken(word: str) -> bool:
    folded = fold(word)
    return not folded.isascii() or bool(_SPOKEN.match(folded))
