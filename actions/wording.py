"""Comparing what was typed with known words: marks count where they were typed."""

from __future__ import annotations

from collections.abc import Collection

from knowledge_base.vietnamese.folding import fold, syllables


def is_said(word: str, known: Collection[str]) -> bool:
    """Tell whether a word is one of the known ones: "đúng" is not "dùng", an unmarked "dung" may be both."""
    return word in known or (word.isascii() and word in {fold(other) for other in known})


def all_said(text: str, known: Collection[str]) -> bool:
    """Tell whether a text has words, and each is a known one."""
    words = syllables(text.lower())
    return bool(words) and all(is_said(word, known) for word in words)
