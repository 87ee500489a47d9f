"""Whether a message is in a language that the assistant does not answer in."""

from __future__ import annotations

from actions.style import Style
from knowledge_base.vietnamese.folding import fold, syllables
from knowledge_base.vietnamese.syllable import is_plain_syllable

FEWEST = 2
_FEWEST_WORDS, _FEWEST_FOREIGN, _LONG = 4, 3, 4
"""Of a language that is told by its long words: abbreviations are short, and gibberish has few words."""


def is_english(text: str, style: Style) -> bool:
    """Tell whether two English words or more make up half of the text; Vietnamese ones with marks never do."""
    words = syllables(text.lower())
    english, too = style.say.words("talk.english"), style.say.words("talk.english_too")
    known = sum(word in english for word in words)
    english_at_all = known + sum(word in too for word in words)
    return text.isascii() and known >= FEWEST and 2 * english_at_all >= len(words)


def in_foreign_words(text: str) -> bool:
    """Tell whether at least half of the words are long and written like no Vietnamese syllable: French, Tagalog."""
    words = syllables(text.lower())
    foreign = sum(len(word) >= _LONG and not is_plain_syllable(fold(word)) for word in words)
    return len(words) >= _FEWEST_WORDS and foreign >= _FEWEST_FOREIGN and 2 * foreign >= len(words)
