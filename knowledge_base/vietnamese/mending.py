"""Misspelt syllables put right where the one written makes no word and one other clearly does."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableSequence, Sequence
from typing import NamedTuple

from knowledge_base.vietnamese.abbreviations import UNTOUCHED, is_written_out
from knowledge_base.vietnamese.meant import meant_by
from knowledge_base.vietnamese.written_pairs import written_pairs

_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 2
_SEEN_FROM, _OFTEN_FROM = 2, 4
_SURE_SHARE = 0.1
"""Of all that stands beside a neighbour, so much is the word meant: "thủ" is followed by "tục", hardly by else."""
_TIMES_THE_NEXT = 4
_RARE_SHARE = 0.05
"""A common word is not doubted for a pair that is rarer than this share of it."""
_BOTH_FROM = 16
"""Two misspelt neighbours have only each other to tell."""

_MARKED_SHARE = 0.35
"""Of Vietnamese running text two syllables in three carry a mark; where fewer than this do, all were left out."""

_Row = MutableSequence[str | None]


class _Word(NamedTuple):
    """A word of the text from ``start`` to ``end``; what ``stands`` is never changed, only its neighbours are."""

    start: int
    end: int
    stands: bool


def mend_misspellings(text: str) -> str:
    """Return the text with misspelt syllables put right, and no other; linear, idempotent.

    Takes one form of characters and tones, and abbreviations written out. A text without a mark stays, and so do
    names (capitals inside a sentence), codes, numbers and addresses.
    """
    if text.isascii():
        return text
    words = list(_words(text, reads_unmarked=_is_marked(text)))
    written = [text[word.start : word.end].lower() if word else None for word in words]
    read = _mended(written, [word is None or word.stands for word in words])
    parts, place = [], 0
    for word, was, now in zip(words, written, read, strict=True):
        if word and now and now != was:
            parts += [text[place : word.start], _as_typed(text[word.start : word.end], now)]
            place = word.end
    return "".join(parts) + text[place:]


def _is_marked(text: str) -> bool:
    """Tell whether whoever typed the text set marks; an abbreviation written out has some of its own."""
    words = _WORD.findall(text)
    return sum(not word.isascii() for word in words) >= _MARKED_SHARE * len(words)


def _words(text: str, *, reads_unmarked: bool) -> Iterator[_Word | None]:
    """Yield the words in order, and None wherever two do not stand beside each other."""
    is_loud = text.isupper()
    for chunk in _CHUNK.finditer(text):
        end = chunk.start()
        for found in () if UNTOUCHED.search(chunk[0]) else _WORD.finditer(text, *chunk.span()):
            if found.start() > end:
                yield None
            is_first = found.start() == 0
            is_name = found[0][0].isupper() and not (is_loud or is_first)
            is_left = found[0].isascii() and not reads_unmarked
            yield _Word(*found.span(), stands=is_name or is_left)
            end = found.end()
        if end < chunk.end():
            yield None


def _as_typed(typed: str, meant: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return meant.upper()
    return meant.capitalize() if typed[0].isupper() else meant


def _mended(words: Sequence[str | None], stands: Sequence[bool]) -> _Row:
    """Mend one after the other, and look back once a word is another: every mending leaves fewer words to doubt."""
    row: _Row = list(words)
    place = 0
    while place < len(row):
        is_changed = _is_doubtful(row, stands, place) and (
            _mend(row, place) or _mend_both(row, stands, place)
        )
        place = max(0, place - 2) if is_changed else place + 1
    return row


def _is_doubtful(row: Sequence[str | None], stands: Sequence[bool], place: int) -> bool:
    word = _at(row, place)
    if word is None or stands[place] or len(word) < _SHORTEST or is_written_out(word):
        return False
    beside = written_pairs().beside
    return max(beside(_at(row, place - 1), word), beside(word, _at(row, place + 1))) < _SEEN_FROM


def _mend(row: _Row, place: int) -> bool:
    """Put the one word there that its neighbours tell, if they do."""
    word, left, right = row[place], _at(row, place - 1), _at(row, place + 1)
    beside = written_pairs().beside
    told = sorted(
        (((beside(left, meant) + 1) * (beside(meant, right) + 1), meant) for meant in meant_by(word or "")),
        reverse=True,
    )
    if not told or not _is_one(told) or told[0][0] < _RARE_SHARE * written_pairs().single(word):
        return False
    if not _is_sure(left, told[0][1], right):
        return False
    row[place] = told[0][1]
    return True


def _is_sure(left: str | None, meant: str, right: str | None) -> bool:
    """Tell whether both neighbours go with the word, or one goes with little else."""
    pairs = written_pairs()
    before, after = pairs.beside(left, meant), pairs.beside(meant, right)
    if min(before, after) >= _SEEN_FROM and max(before, after) >= _OFTEN_FROM:
        return True
    return (before >= _OFTEN_FROM and before >= _SURE_SHARE * pairs.single(left)) or (
        after >= _OFTEN_FROM and after >= _SURE_SHARE * pairs.single(right)
    )


def _mend_both(row: _Row, stands: Sequence[bool], place: int) -> bool:
    """Put right a misspelt word and a misspelt one after it."""
    pairs = written_pairs()
    if not _is_doubtful(row, stands, place + 1):
        return False
    least = max(_BOTH_FROM, _RARE_SHARE * max(pairs.single(row[place]), pairs.single(row[place + 1])))
    told = sorted(
        (
            (count, left, right)
            for left in meant_by(row[place] or "")
            for right in meant_by(row[place + 1] or "")
            if (count := pairs.beside(left, right)) >= least
            and count >= _SURE_SHARE * min(pairs.single(left), pairs.single(right))
        ),
        reverse=True,
    )
    if not told or not _is_one(told):
        return False
    row[place], row[place + 1] = told[0][1:]
    return True


def _is_one(told: Sequence[tuple[int, *tuple[str, ...]]]) -> bool:
    return len(told) == 1 or told[0][0] >= _TIMES_THE_NEXT * told[1][0]


def _at(row: Sequence[str | None], place: int) -> str | None:
    return row[place] if 0 <= place < len(row) else None
