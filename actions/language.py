"""Whether a message is in English, which the assistant does not answer in."""

from __future__ import annotations

from actions.style import Style
from knowledge_base.vietnamese.folding import syllables

FEWEST = 2


def is_english(text: str, style: Style) -> bool:
    """Tell whether two English words or more make up half of the text; Vietnamese ones with marks never do."""
    words = syllables(text.lower())
    english, too = style.say.words("talk.english"), style.say.words("talk.english_too")
    known = sum(word in english for word in words)
    english_at_all = known + sum(word in too for word in words)
    return text.isascii() and known >= FEWEST and 2 * english_at_all >= len(words)
