"""The table of neighbouring syllables is made of the project's texts, and is not far behind them."""

from __future__ import annotations

from collections import Counter

from knowledge_base.pair_counts import count, kept
from knowledge_base.vietnamese.written_pairs import WrittenPairs, lines_of, written_pairs

OFTEN, KNOWN_AT_LEAST = 8, 0.98


def test_what_is_written_is_read_back_in_powers_of_two() -> None:
    singles, pairs = kept(Counter(đăng=9, ký=4, nhập=1), Counter({("đăng", "ký"): 5, ("đăng", "nhập"): 1}))
    lines = list(lines_of(singles, pairs))
    assert lines == ["ký2", "đăng3 ký2"]
    read = WrittenPairs.of(lines)
    assert (read.single("đăng"), read.beside("đăng", "ký"), read.beside("đăng", "nhập")) == (8, 4, 0)
    assert read.beside(None, "ký") == read.single(None) == 0


def test_the_table_knows_what_the_texts_say_often() -> None:
    """Mend it with ``python -m knowledge_base.pair_counts``; a few words behind do no harm."""
    _, pairs = count()
    often = [pair for pair, number in pairs.items() if number >= OFTEN]
    known = sum(written_pairs().beside(*pair) > 0 for pair in often)
    assert known >= KNOWN_AT_LEAST * len(often)
