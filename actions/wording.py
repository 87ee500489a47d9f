"""Comparing what was typed with known words: marks count where they were typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from knowledge_base.vietnamese.folding import fold, syllables


def is_said(word: str, known: Collection[str]) -> bool:
    """Tell whether a word is one of the known ones: "đúng" is not "dùng", an unmarked "dung" may be both."""
    return word in known or (word.isascii() and word in {fold(other) for other in known})


def begins_with(words: Sequence[str], phrases: Sequence[str], *, is_marked: bool) -> int:
    """Return how many words the longest of the phrases has that a text begins with; 0 where it begins with none.

    ``is_marked``: the text has marks, so a word without any is meant so: "con" is not "còn".
    """
    spoken = [(syllables(word.lower()) or [word])[0] for word in words]
    wanted = [(phrase if is_marked else fold(phrase)).split() for phrase in phrases]
    return max((len(phrase) for phrase in wanted if spoken[: len(phrase)] == phrase), default=0)


def all_said(text: str, known: Collection[str]) -> bool:
    """Tell whether a text has words, and each is a known one."""
    words = syllables(text.lower())
    return bool(words) and all(is_said(word, known) for word in words)
