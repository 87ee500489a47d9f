"""What likely took the place of a withdrawn procedure. The portal does not say; a person confirms it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from knowledge_base.catalogue.province import province_of
from knowledge_base.official.block import Record
from knowledge_base.official.text import tidy, tidy_name
from knowledge_base.vietnamese.folding import fold, folded_syllables

_LIKELY = 0.6
"""Least share of common pairs of neighbouring words in both names. 625 procedures were renamed between April 2025
and July 2026 and kept their code: at 0.6 they are found first for 59 %, among three for 69 %, and only others for 5 %;
41 % of the 2,316 that vanished get a likely successor. At 0.4 it would be 62 %, with 7 % offered only others."""

_AT_MOST = 3

Pairs = frozenset[tuple[str, str]]


class Successors:
    """Finds records in force that are named much like one that is gone, in the same field and province."""

    def __init__(self, in_force: Iterable[Record]) -> None:
        self._by_place: Mapping[tuple[str, str], list[Record]] = defaultdict(list)
        for record in in_force:
            self._by_place[_place(record)].append(record)

    def of(self, gone: Record) -> tuple[str, ...]:
        """Return the codes of likely successors, the likeliest first; none where nothing is alike."""
        ours = _pairs(gone["name"])
        rated = [
            (_likeness(ours, _pairs(other["name"])), other["code"]) for other in self._by_place[_place(gone)]
        ]
        likely = sorted(((-likeness, code) for likeness, code in rated if likeness >= _LIKELY))
        return tuple(code for _, code in likely[:_AT_MOST] if code != gone["code"])


def _place(record: Record) -> tuple[str, str]:
    return fold(tidy(record["field"])), province_of(record)


@lru_cache(maxsize=20_000)
def _pairs(name: str) -> Pairs:
    words = folded_syllables(tidy_name(name))
    return frozenset(zip(["", *words], [*words, ""], strict=True))


def _likeness(one: Pairs, other: Pairs) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
