"""The pieces that Vietnamese needs, of all the pieces of a tokenizer for a hundred languages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from knowledge_base.encoder.conversion.e5s1 import Specials, Tokenizer

SPACE = "▁"
"""How a piece writes a space."""

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SIGNS = "–—“”‘’•·°₫€£×÷±≤≥§©®⁄"
_ASCII = "".join(map(chr, range(0x20, 0x7F)))


def alphabet() -> frozenset[str]:
    """Return the letters and signs of Vietnamese as it is typed and printed, English letters among them."""
    vowels = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES}
    small = vowels | {"đ", *_TONES[1:]}
    return frozenset(small | {letter.upper() for letter in small} | set(_SIGNS) | set(_ASCII) | {SPACE})


def needed(tokenizer: Tokenizer, prompts: Iterable[str]) -> list[int]:
    """Return the places of the special pieces and of every piece made of the alphabet alone, rising.

    Whatever piece could stand in a text of the alphabet is kept, so such a text is cut just as by the whole
    tokenizer. The letters of the prompts count as letters of the alphabet: prompts are cut as before, too.
    """
    letters = alphabet().union(*prompts)
    special = _places(tokenizer.specials)
    return [at for at, piece in enumerate(tokenizer.pieces) if at in special or letters.issuperset(piece)]


def pruned(tokenizer: Tokenizer, keep: list[int]) -> Tokenizer:
    """Return the tokenizer with these pieces alone, in the same order."""
    place = {before: now for now, before in enumerate(keep)}
    old = tokenizer.specials
    return Tokenizer(
        tuple(tokenizer.pieces[at] for at in keep),
        tuple(tokenizer.scores[at] for at in keep),
        Specials(place[old.begin], place[old.end], place[old.padding], place[old.unknown]),
        tokenizer.replacements,
    )


def _places(specials: Specials) -> set[int]:
    return {specials.begin, specials.end, specials.padding, specials.unknown}
