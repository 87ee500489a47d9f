"""What a question is about: the words to search with, and the sides of a procedure that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.search.phrases import PhraseBook
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold, folded_syllables, syllables

FACETS = (
    "documents", "steps", "fee", "time", "place", "online", "conditions", "legal_basis", "result", "forms",
    "summary",
)  # fmt: skip

_DATA = Path(__file__).parent / "data"
_NAME, _HOW, _FILLER, _FAINT, _PLACES, _MOOT = "name", "how", "filler", "faint", "places", "moot"
_KEPT = (None, _NAME, _FAINT, _PLACES)


@dataclass(frozen=True)
class Query:
    """A text as the search reads it.

    ``content`` are the lower-case syllables left to search with, ``facets`` in order of mention, ``faint``
    the syllables of the content that say little: places, levels, numbers, and unmarked syllables that may
    be filler. ``typed`` are all syllables.
    """

    content: tuple[str, ...]
    facets: tuple[str, ...]
    faint: frozenset[str] = frozenset()
    typed: tuple[str, ...] = ()

    @property
    def is_follow_up(self) -> bool:
        """Whether nothing is left that could name a procedure."""
        return all(word in _unmarked(_FILLER) for word in self.content)


def read_query(text: str) -> Query:
    """Set facet words, politeness and filler aside; what belongs to a procedure's name stays."""
    return read_syllables(typed_syllables(text))


def typed_syllables(text: str) -> list[str]:
    """Return the lower-case syllables of the canonical form of a text."""
    return syllables(canonical(text).lower())


def read_syllables(typed: Sequence[str]) -> Query:
    """Read lower-case syllables as ``read_query`` reads a text."""
    labels = _labels(typed)
    kept = [(word, label) for word, label in zip(typed, labels, strict=True) if label in _KEPT]
    faint = frozenset(word for word, label in kept if label in (_FAINT, _PLACES) or _is_faint(word))
    return Query(tuple(word for word, _ in kept), tuple(dict.fromkeys(_facets(labels))), faint, tuple(typed))


@lru_cache(maxsize=1)
def moot_words() -> frozenset[str]:
    """Return the folded words that official names add without being about anything else."""
    return frozenset(word for phrase in _phrases()[_MOOT] for word in folded_syllables(phrase))


def _labels(typed: Sequence[str]) -> list[str | None]:
    """Label each syllable. Where nothing has diacritics, a syllable of filler may be another word: faint."""
    is_marked = not all(map(str.isascii, typed))
    labels: list[str | None] = [None] * len(typed)
    for span in _book().spans(typed):
        length = span.end - span.start
        is_sure = is_marked or length > 1 or span.label != _FILLER
        labels[span.start : span.end] = [span.label if is_sure else _FAINT] * length
    return labels


def _facets(labels: Sequence[str | None]) -> Iterator[str]:
    named = [label for label in labels if label in FACETS]
    yield from (label for label in named if label)
    if not named and _HOW in labels:
        yield "steps"


def _is_faint(word: str) -> bool:
    return word.isdigit() or word in _unmarked(_FILLER) or word in _unmarked(_FAINT)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[str]]:
    read: dict[str, Any] = {}
    for name in ("facets", "filler"):
        read |= yaml.safe_load((_DATA / f"{name}.yml").read_text("utf-8"))
    return read


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    labelled = (
        (phrase, label) for label, phrases in _phrases().items() if label != _MOOT for phrase in phrases
    )
    return PhraseBook(labelled, exact=(_FILLER, _FAINT))


@lru_cache(maxsize=2)
def _unmarked(label: str) -> frozenset[str]:
    """Return the single words of a label as they look without diacritics."""
    return frozenset(fold(phrase) for phrase in _phrases()[label] if " " not in phrase)
