"""How strongly texts hold their terms: BM25's saturation and length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_SATURATION = 1.2
_LENGTH = 0.5


def saturated(bags: Sequence[Mapping[str, float]]) -> Iterator[dict[str, float]]:
    """Yield, for texts given as terms with their counts, the same with strengths from 0 to below 1."""
    lengths = [sum(bag.values()) for bag in bags]
    filled = [length for length in lengths if length]
    mean = sum(filled) / len(filled) if filled else 1.0
    for bag, length in zip(bags, lengths, strict=True):
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * length / mean)
        yield {term: count / (count + norm) for term, count in bag.items()}
