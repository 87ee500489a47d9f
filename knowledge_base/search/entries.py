"""Which texts hold which terms how often, in flat arrays: what postings are made of."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

_LOW = 0xFFFFFFFF

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]


class Vocabulary(dict[str, int]):
    """Terms numbered in the order in which they are first met."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


@dataclass(frozen=True)
class Entries:
    """Entry ``i`` says that text ``texts[i]`` holds term ``terms[i]``, ``counts[i]`` times."""

    texts: Numbers
    terms: Numbers
    counts: Floats

    @classmethod
    def of(cls, bags: Iterable[Sequence[str]], vocabulary: Vocabulary) -> Entries:
        """Number the terms of each text, one entry for each time a term is there; texts are numbered from 0."""
        numbers, lengths = array("i"), array("i")
        for bag in bags:
            numbers.extend(map(vocabulary.__getitem__, bag))
            lengths.append(len(bag))
        texts = np.repeat(np.arange(len(lengths), dtype=np.int32), np.array(lengths, np.int32))
        return cls(texts, np.array(numbers, np.int32), np.ones(len(numbers), np.float32))

    def beside(self) -> tuple[list[int], list[int], list[int]]:
        """Return which terms follow each other in a text, in the order in which they first do, and how often.

        Takes entries as ``of`` makes them.
        """
        is_inside = self.texts[:-1] == self.texts[1:]
        pairs = paired(self.terms[:-1], self.terms[1:])[is_inside]
        found, first, counts = np.unique(pairs, return_index=True, return_counts=True)
        order = np.argsort(first)
        left, right = found[order] >> 32, found[order] & _LOW
        return left.tolist(), right.tolist(), counts[order].tolist()

    def with_pairs(self, words: Sequence[str], vocabulary: Vocabulary) -> Entries:
        """Return entries of the terms, whose names by number are ``words``, and of the pairs that follow each other.

        Takes entries as ``of`` makes them; the terms are numbered anew by the vocabulary, pairs after all others.
        """
        is_inside = self.texts[:-1] == self.texts[1:]
        singles = np.array([vocabulary[word] for word in words], np.int32)
        found, place = np.unique(paired(self.terms[:-1], self.terms[1:])[is_inside], return_inverse=True)
        named = (f"{words[pair >> 32]} {words[pair & _LOW]}" for pair in found.tolist())
        pairs = np.array([vocabulary[pair] for pair in named], np.int32)
        texts = np.concatenate([self.texts, self.texts[:-1][is_inside]])
        terms = np.concatenate([singles[self.terms], pairs[place]])
        return Entries(texts, terms, np.ones(len(terms), np.float32))

    @classmethod
    def together(cls, *parts: Entries) -> Entries:
        """Return the entries of all parts, each term of a text once with its counts added up."""
        texts, terms, counts = (
            np.concatenate([getattr(part, name) for part in parts]) for name in ("texts", "terms", "counts")
        )
        found, place = np.unique(paired(texts, terms), return_inverse=True)
        added = np.bincount(place, counts, minlength=len(found))
        return cls((found >> 32).astype(np.int32), (found & _LOW).astype(np.int32), added.astype(np.float32))

    def within(self, owners: Numbers) -> Entries:
        """Return the same entries as of the texts' owners: ``owners[text]``."""
        return replace(self, texts=owners[self.texts])

    def where(self, is_wanted: NDArray[np.bool_]) -> Entries:
        """Return the entries of the texts for which ``is_wanted`` [texts] holds."""
        kept = is_wanted[self.texts]
        return Entries(self.texts[kept], self.terms[kept], self.counts[kept])

    def times(self, weight: float) -> Entries:
        """Return the entries with their counts multiplied."""
        return replace(self, counts=self.counts * np.float32(weight))

    def once(self) -> Entries:
        """Return the entries with every count 1."""
        return replace(self, counts=np.ones_like(self.counts))


def unrolled(first: NDArray[np.intp], end: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the numbers from each ``first`` up to its ``end``, one run after another, and which run each is of."""
    lengths = end - first
    runs = np.repeat(np.arange(len(lengths)), lengths)
    return np.arange(len(runs)) + (first - np.cumsum(lengths) + lengths)[runs], runs


def paired(texts: NDArray[np.integer], terms: NDArray[np.integer]) -> NDArray[np.int64]:
    """Return texts and terms, broadcast, as one number each, in the order of texts and then terms."""
    return texts.astype(np.int64) << 32 | terms
