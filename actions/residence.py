"""Where somebody says that they live: a circumstance, though it may be called like a procedure ("tạm trú")."""

from __future__ import annotations

from collections.abc import Sequence

from actions.phrases import Phrases
from actions.wording import begins_with
from knowledge_base.vietnamese.folding import fold, folded_syllables


def without_residence(text: str, say: Phrases) -> str:
    """Return the text without "tạm trú ở Bình Dương", "quê Thanh Hóa"; with it where it is what is asked for.

    It is asked for where a word of doing stands before it: "đăng ký tạm trú ở Bình Dương".
    """
    words, kept = text.split(), list[str]()
    while words:
        length = 0 if _is_deed(kept, say) else _residence(words, say)
        if not length:
            kept.append(words[0])
        words = words[max(length, 1) :]
    return " ".join(kept) or text


def _is_deed(before: Sequence[str], say: Phrases) -> bool:
    said = _plain(before[-2:])
    return any(said.endswith(deed) for deed in say.words("talk.deeds"))


def _residence(words: Sequence[str], say: Phrases) -> int:
    """Count the words of a residence that the words begin with; 0 where they begin with none."""
    folded = [fold(word) for word in words]
    living = begins_with(folded, say.words("talk.living"), is_marked=False)
    placed = living + begins_with(folded[living:], say.words("talk.at"), is_marked=False)
    place = begins_with(folded[placed:], say.words("talk.places"), is_marked=False) if living else 0
    return placed + place if place else 0


def _plain(words: Sequence[str]) -> str:
    return " ".join(folded_syllables(fold(" ".join(words))))
