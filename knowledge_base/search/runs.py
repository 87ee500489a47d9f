"""Sequences of numbers of several lengths, laid one after another in one array."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Entries, Numbers, unrolled


@dataclass(frozen=True)
class Runs:
    """Run ``r`` is ``numbers[begins[r]:begins[r + 1]]``."""

    numbers: Numbers
    begins: NDArray[np.intp]

    @classmethod
    def of(cls, runs: Iterable[Sequence[int]]) -> Runs:
        """Lay the runs one after another."""
        numbers, lengths = array("i"), [0]
        for run in runs:
            numbers.extend(run)
            lengths.append(len(run))
        return cls(np.array(numbers, np.int32), np.cumsum(lengths, dtype=np.intp))

    def and_then(self, other: Runs) -> Runs:
        """Return these runs and then the others."""
        begins = np.concatenate([self.begins, self.begins[-1] + other.begins[1:]])
        return Runs(np.concatenate([self.numbers, other.numbers]), begins)

    def taken(self, rows: NDArray[np.intp]) -> Runs:
        """Return the runs of these rows, in their order, any of them as often as it is asked for."""
        first, end = self.begins[rows], self.begins[rows + 1]
        places, _ = unrolled(first, end)
        return Runs(self.numbers[places], np.concatenate([[0], np.cumsum(end - first)]))

    def entries(self, words: Sequence[str]) -> tuple[Entries, list[str]]:
        """Return an entry for each number, and the words by their new numbers: in the order first met.

        ``words`` are those that the numbers of the runs stand for.
        """
        size = len(self.numbers)
        first = np.full(len(words), size)
        first[self.numbers[::-1]] = np.arange(size)[::-1]
        met = np.argsort(first, kind="stable")[: np.count_nonzero(first < size)]
        anew = np.zeros(len(words), np.int32)
        anew[met] = np.arange(len(met))
        texts = np.repeat(np.arange(len(self.begins) - 1, dtype=np.int32), np.diff(self.begins))
        return Entries(texts, anew[self.numbers], np.ones(size, np.float32)), [words[word] for word in met]

    def named(self, words: Sequence[str], size: int) -> Iterator[list[str]]:
        """Yield the words of each of the first runs, ``size`` of them."""
        begins = self.begins[: size + 1].tolist()
        for begin, end in pairwise(begins):
            yield [words[number] for number in self.numbers[begin:end].tolist()]


NO_RUNS = Runs(np.zeros(0, np.int32), np.zeros(1, np.intp))
