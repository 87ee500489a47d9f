"""Misspelt syllables mended by what the base knows: "xâu dựng" is read as "xây dựng", "xổ đõ" as "sổ đỏ"."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Entries, Vocabulary
from knowledge_base.vietnamese.folding import fold
from knowledge_base.vietnamese.slips import cost, shortened, slip, sound
from knowledge_base.vietnamese.syllable import is_plain_syllable, is_syllable

_KNOWN_FROM, _MEANT_FROM, _PART_FROM = 2, 3, 5
_SHORTEST_MENDED = 3
_UNSEEN, _RARE = 5.0, 5
"""Smoothing: the weight of a pair never seen, and the count from which a syllable's neighbours tell much."""


@dataclass(frozen=True)
class _Way:
    """One way to read the syllables so far: the last one, how likely it is in nats, and what came before."""

    last: str
    score: float
    before: _Way | None = None


@dataclass(frozen=True)
class Spelling:
    """Folded syllables and pairs of the base with their counts, and how each is written with diacritics."""

    singles: Mapping[str, int]
    pairs: Mapping[str, int]
    written: Mapping[str, str]
    _near: Mapping[str, list[str]] = field(default_factory=dict, compare=False)
    _total: int = 1

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]]) -> Spelling:
        """Learn from texts, each given as its lower-case syllables as they are written."""
        numbers = Vocabulary()
        entries = Entries.of(texts, numbers)
        return cls.learned(entries, list(numbers))

    @classmethod
    def learned(cls, entries: Entries, words: Sequence[str]) -> Spelling:
        """Learn from entries as ``Entries.of`` makes them; ``words`` are the syllables by number."""
        folded = list(map(fold, words))
        singles, pairs = Counter[str](), Counter[str]()
        forms: dict[str, dict[str, int]] = defaultdict(dict)
        as_written = np.bincount(entries.terms, minlength=len(words)).tolist()
        for word, key, count in zip(words, folded, as_written, strict=True):
            singles[key] += count
            forms[key][word] = count
        for left, right, count in zip(*entries.beside(), strict=True):
            key = f"{folded[left]} {folded[right]}"
            pairs[key] += count
            forms[key][words[right]] = forms[key].get(words[right], 0) + count
        kept = {pair: count for pair, count in pairs.items() if count >= _KNOWN_FROM}
        written = {
            key: form
            for key, counted in forms.items()
            if (form := max(counted, key=counted.__getitem__)) != key and (" " not in key or key in kept)
        }
        return cls._ready(singles, kept, written)

    @classmethod
    def _ready(
        cls, singles: Mapping[str, int], pairs: Mapping[str, int], written: Mapping[str, str]
    ) -> Spelling:
        near: dict[str, list[str]] = defaultdict(list)
        for single, count in singles.items():
            if count >= _MEANT_FROM:
                for key in (f"/{sound(single)}", *shortened(single)):
                    near[key].append(single)
        return cls(singles, pairs, written, near, sum(singles.values()) or 1)

    def mended(self, words: Sequence[str]) -> list[str]:
        """Return lower-case syllables with misspelt ones put right; a mended one has its diacritics if any word has.

        A syllable is looked at if the base does not know it, or not beside either of its neighbours.
        """
        folded = [fold(word) for word in words]
        is_marked = not all(map(str.isascii, words))
        meant = self._likeliest(
            folded, [is_syllable(word) if is_marked else is_plain_syllable(word) for word in words]
        )
        if meant == folded:
            return list(words)
        if len(meant) != len(folded):
            return [self._form(meant, place) if is_marked else word for place, word in enumerate(meant)]
        return [
            typed if read == plain else self._form(meant, place) if is_marked else read
            for place, (typed, plain, read) in enumerate(zip(words, folded, meant, strict=True))
        ]

    def _form(self, folded: Sequence[str], place: int) -> str:
        word = folded[place]
        pair = f"{folded[place - 1]} {word}" if place else word
        return self.written.get(pair) or self.written.get(word, word)

    def _likeliest(self, folded: Sequence[str], spelt: Sequence[bool]) -> list[str]:
        ways = [_Way("", 0.0)]
        for place, word in enumerate(folded):
            options = list(self._options(folded, place, is_spelt=spelt[place]))
            if len(ways) == 1 and len(options) == 1:
                ways = [_Way(word, 0.0, ways[0])]
            else:
                ways = [self._best(ways, option, paid) for option, paid in options]
        way: _Way | None = max(ways, key=lambda found: found.score)
        read: list[str] = []
        while way and way.before:
            read += reversed(way.last.split())
            way = way.before
        return read[::-1]

    def _best(self, ways: Sequence[_Way], option: str, paid: float) -> _Way:
        first, *rest = option.split()
        inside = sum(self._follows(left, right) for left, right in pairwise([first, *rest]))
        scored = ((way.score + self._follows(way.last.rpartition(" ")[2], first), way) for way in ways)
        score, before = max(scored, key=lambda found: found[0])
        return _Way(option, score + inside - paid, before)

    def _options(self, folded: Sequence[str], place: int, *, is_spelt: bool) -> Iterator[tuple[str, float]]:
        word = folded[place]
        is_known = is_spelt or self.singles.get(word, 0) >= _KNOWN_FROM
        if not word.isalpha() or not self._is_suspect(folded, place, is_known=is_known):
            yield word, 0.0
            return
        paid, dearest = (cost("mistaken"), cost("mend_words_up_to")) if is_known else (0.0, math.inf)
        yield word, 0.0 if is_known else cost("mistaken")
        for meant, price in self._meant(word).items():
            if price <= dearest and not (is_known and " " in meant):
                yield meant, paid + price

    def _is_suspect(self, folded: Sequence[str], place: int, *, is_known: bool) -> bool:
        word = folded[place]
        if not is_known:
            return len(word) >= _SHORTEST_MENDED
        before = place > 0 and f"{folded[place - 1]} {word}" in self.pairs
        after = place + 1 < len(folded) and f"{word} {folded[place + 1]}" in self.pairs
        return len(word) > 1 and not before and not after

    def _meant(self, word: str) -> dict[str, float]:
        near = {found for key in (f"/{sound(word)}", *shortened(word)) for found in self._near.get(key, ())}
        slips = ((meant, slip(word, meant)) for meant in sorted(near - {word}))
        return {meant: paid for meant, paid in slips if paid is not None} | dict(self._parted(word))

    def _parted(self, word: str) -> Iterator[tuple[str, float]]:
        for place in range(2, len(word) - 1):
            left, right = word[:place], word[place:]
            are_words = min(self.singles.get(left, 0), self.singles.get(right, 0)) >= _PART_FROM
            if are_words and f"{left} {right}" in self.pairs:
                yield f"{left} {right}", cost("run_together")

    def _follows(self, left: str, right: str) -> float:
        """Return how likely a syllable is after another, in nats; smoothed by how often it is at all."""
        single = (self.singles.get(right, 0) + 1) / self._total
        if not left:
            return math.log(single)
        pair = self.pairs.get(f"{left} {right}", 0)
        return math.log((pair + _UNSEEN * single) / (self.singles.get(left, 0) + _RARE))

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what a file has to keep of it."""
        return {
            "spelling.singles": _text(self.singles),
            "spelling.single_counts": np.array(list(self.singles.values()), np.int32),
            "spelling.pairs": _text(self.pairs),
            "spelling.pair_counts": np.array(list(self.pairs.values()), np.int32),
            "spelling.written": _text(f"{key}\t{form}" for key, form in self.written.items()),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> Spelling:
        """Take back what ``arrays`` gave."""
        singles = zip(
            _lines(arrays["spelling.singles"]), arrays["spelling.single_counts"].tolist(), strict=True
        )
        pairs = zip(_lines(arrays["spelling.pairs"]), arrays["spelling.pair_counts"].tolist(), strict=True)
        written = (line.split("\t") for line in _lines(arrays["spelling.written"]))
        return cls._ready(dict(singles), dict(pairs), dict(written))


def _text(lines: Iterable[str]) -> NDArray[np.generic]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), np.uint8)


def _lines(text: NDArray[np.generic]) -> list[str]:
    read = text.tobytes().decode("utf-8")
    return read.split("\n") if read else []
