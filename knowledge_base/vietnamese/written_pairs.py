"""Which syllables are written beside each other, and how often: what a misspelling is told by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

PAIRS_FILE: Final = Path(__file__).parent / "data" / "pairs.txt"
_COUNTED = re.compile(r"(\D+)(\d+)")


@dataclass(frozen=True)
class WrittenPairs:
    """Counts of lower-case syllables and of those that follow each, rounded down to powers of two."""

    singles: Mapping[str, int]
    followers: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, lines: Iterable[str]) -> WrittenPairs:
        """Read lines of a syllable and its followers, each with the power of its count: "đăng12 ký11 kiểm7"."""
        singles: dict[str, int] = {}
        followers: dict[str, Mapping[str, int]] = {}
        for line in lines:
            first, *others = _COUNTED.findall(line.replace(" ", ""))
            singles[first[0]] = 1 << int(first[1])
            followers[first[0]] = {word: 1 << int(power) for word, power in others}
        return cls(singles, followers)

    def beside(self, left: str | None, right: str | None) -> int:
        """Return how often one follows the other; 0 where there is none of them."""
        return self.followers.get(left or "", {}).get(right or "", 0)

    def single(self, word: str | None) -> int:
        """Return how often a syllable is written at all."""
        return self.singles.get(word or "", 0)


def lines_of(singles: Mapping[str, int], pairs: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Yield the lines that ``WrittenPairs.of`` reads, the most frequent followers first."""
    followers: dict[str, list[tuple[int, str]]] = {word: [] for word in sorted(singles)}
    for (left, right), count in pairs.items():
        followers[left].append((-count, right))
    for word, found in followers.items():
        shown = [(word, singles[word]), *((right, -count) for count, right in sorted(found))]
        yield " ".join(f"{syllable}{count.bit_length() - 1}" for syllable, count in shown)


@lru_cache(maxsize=1)
def written_pairs() -> WrittenPairs:
    """Return what data/pairs.txt tells of the project's own texts; ``knowledge_base/pair_counts.py`` makes it."""
    lines = PAIRS_FILE.read_text("utf-8").splitlines()
    return WrittenPairs.of(line for line in lines if not line.startswith("#"))
