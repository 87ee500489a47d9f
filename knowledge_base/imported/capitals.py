"""Words that shout: a run of Vietnamese words in capitals, written as a sentence."""

from __future__ import annotations

import re

from knowledge_base.imported.words import record_words
from knowledge_base.vietnamese.folding import fold

_WORD = re.compile(r"[^\W_]+")
_MAY_SHOUT = re.compile(r"(?:\b[^\Wa-z_]+\b[\W_]*){4}")
"""Four words in a row without a small letter of ASCII: quick to find, and rare where nobody shouts."""
_FEWEST = 4
"""Words of a run: "UBND TP HCM" and "GCN QSDĐ" are abbreviations, "THỦ TỤC THÀNH LẬP HỘI" is shouted."""
_VOWELS = frozenset("aeiouy")


def calmed(text: str) -> str:
    """Return the text with every shouted run in small letters after its first one; abbreviations stay."""
    if not _MAY_SHOUT.search(text):
        return text
    words = list(_WORD.finditer(text))
    pieces, place = [], 0
    for first, last in _shouted([word[0] for word in words]):
        start, end = words[first].start(), words[last].end()
        pieces += [text[place:start], _as_sentence(text[start:end])]
        place = end
    return "".join([*pieces, text[place:]])


def _shouted(words: list[str]) -> list[tuple[int, int]]:
    """Return the first and last place of each run of capitals that is long enough and Vietnamese."""
    runs, begin = [], None
    for place, word in enumerate([*words, "x"]):
        if word.isupper() or (word.isdecimal() and begin is not None):
            begin = place if begin is None else begin
        elif begin is not None:
            runs.append((begin, place - 1))
            begin = None
    return [(first, last) for first, last in runs if _is_shouting(words[first : last + 1])]


def _is_shouting(run: list[str]) -> bool:
    marked = [word for word in run if len(word) > 1 and fold(word) != word.lower()]
    return len(run) >= _FEWEST and 2 * len(marked) >= len(run)


def _as_sentence(run: str) -> str:
    lowered = _WORD.sub(lambda word: word[0] if _is_abbreviation(word[0]) else word[0].lower(), run)
    for name in record_words().proper_names:
        lowered = re.sub(rf"\b{re.escape(name)}\b", name, lowered, flags=re.IGNORECASE)
    return lowered[:1].upper() + lowered[1:]


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and not _VOWELS & set(fold(word))
