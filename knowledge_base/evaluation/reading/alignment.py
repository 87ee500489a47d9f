"""Syllables of what was meant beside those of what was read."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.characters import clean
from knowledge_base.vietnamese.folding import syllables
from knowledge_base.vietnamese.tone_placement import unify_tone_placement


def written(text: str) -> list[str]:
    """Return the lower-case syllables as they are written, in one form of characters and tones."""
    return syllables(unify_tone_placement(clean(text)).lower())


def read(text: str) -> list[str]:
    """Return the lower-case syllables of the canonical form."""
    return syllables(canonical(text).lower())


def right(meant: Sequence[str], got: Sequence[str]) -> int:
    """Return how many of the syllables meant are got, in order."""
    return sum(block.size for block in SequenceMatcher(None, meant, got, False).get_matching_blocks())


def taken_for(was: Sequence[str], became: Sequence[str]) -> list[str]:
    """Return what each syllable became: itself, or what stands in its place, with spaces between several."""
    taken = list(was)
    for kind, start, end, first, last in SequenceMatcher(None, was, became, False).get_opcodes():
        is_one_to_one = end - start == last - first
        for place in range(start, end):
            if kind != "equal":
                at = first + place - start
                taken[place] = became[at] if is_one_to_one else " ".join(became[first:last])
    return taken
