"""What a syllable may have been meant to be: as a region says it, without its marks, one slip away, or as keys."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge_base.vietnamese.abbreviations import is_written_out
from knowledge_base.vietnamese.folding import fold
from knowledge_base.vietnamese.keystrokes import decoded_word
from knowledge_base.vietnamese.slips import ending_heard, onset_heard, shortened, slip
from knowledge_base.vietnamese.syllable import apart, is_plain_syllable, is_syllable
from knowledge_base.vietnamese.written_pairs import written_pairs

_MEANT_FROM, _UNSEEN_BELOW = 4, 2
_SHORTEST, _SHORTEST_MISTYPED = 2, 3
_LONGEST = 12
"""Longer words, by keys or letters, are no syllables."""
_TILDE, _HOOK = "\u0303", "\u0309"


@lru_cache(maxsize=8192)
def meant_by(word: str) -> frozenset[str]:
    """Return the known syllables that a lower-case word may stand for, without itself; few, often none.

    Slips of the fingers are looked for only where the word is no syllable at all.
    """
    if len(word) > _LONGEST:
        return frozenset()
    found = {decoded} if (decoded := decoded_word(word)) else set[str]()
    found |= {meant for meant in _near(fold(word)) if _is_left_out(word, meant)}
    if is_plain_syllable(word) if word.isascii() else is_syllable(word):
        found |= {meant for key in _spoken(word) for meant in _near(key)}
    elif len(word) >= _SHORTEST_MISTYPED and written_pairs().single(word) < _UNSEEN_BELOW:
        found |= {meant for key in _cut(word) for meant in _near(key) if slip(word, meant) is not None}
    return frozenset(found - {word})


def _near(key: str) -> Sequence[str]:
    return _table().get(key, ())


@lru_cache(maxsize=1)
def _table() -> Mapping[str, list[str]]:
    """Return the syllables that may be meant by each of their keys: folded, as spoken, without one letter."""
    table: dict[str, list[str]] = {}
    for word, count in written_pairs().singles.items():
        if count >= _MEANT_FROM and len(word) >= _SHORTEST and _can_be_meant(word):
            for key in {fold(word), *_spoken(word), *_cut(word)}:
                table.setdefault(key, []).append(word)
    return table


def _can_be_meant(word: str) -> bool:
    return is_syllable(word) and not is_written_out(word)


def _spoken(word: str) -> Iterator[str]:
    """Yield what syllables share that somewhere only the onset, the ending or hỏi and ngã do not tell apart."""
    letters, tone = apart(word)
    yield f"onset {onset_heard(letters)}{tone}"
    yield f"ending {ending_heard(letters)}{tone}"
    yield f"tone {letters}{tone.replace(_TILDE, _HOOK)}"


def _cut(word: str) -> Iterator[str]:
    return (f"cut {key}" for key in dict.fromkeys(shortened(word)))


def _is_left_out(typed: str, meant: str) -> bool:
    """Tell whether the word meant has all the marks of the one typed, and more."""
    left, right = (unicodedata.normalize("NFD", word.replace("đ", "d\u0335")) for word in (typed, meant))
    parts = iter(right)
    return len(left) < len(right) and all(part in parts for part in left)
