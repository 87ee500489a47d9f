"""Kinds of case that tell sister procedures apart: lost, renewed, changed, with a foreigner, at the province …"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.search.phrases import PhraseBook
from knowledge_base.vietnamese.folding import folded_syllables

_FILE = Path(__file__).parent / "data" / "kinds.yml"
_HEARD_WITH_MARKS = ("foreign", "province", "ministry", "commune")
"""Of these a single syllable counts with its diacritics only: "phap" is mostly no France, "so" no "sở"."""


@lru_cache(maxsize=1)
def kinds() -> tuple[str, ...]:
    """Return the names of all kinds, in the order of data/kinds.yml."""
    return tuple(_listed())


def kinds_said(typed: Sequence[str]) -> frozenset[str]:
    """Return the kinds of case that people's words speak of; takes lower-case syllables."""
    return _spoken_of(tuple(typed), "said")


def kinds_named(typed: Sequence[str]) -> frozenset[str]:
    """Return the kinds of case that a procedure's official name is for; takes lower-case syllables."""
    return _spoken_of(tuple(typed), "named")


@lru_cache(maxsize=1)
def kind_words() -> frozenset[str]:
    """Return the folded words by which official names say a kind of case."""
    return frozenset(
        word for words in _listed().values() for name in words["named"] for word in folded_syllables(name)
    )


@lru_cache(maxsize=64)
def _spoken_of(typed: tuple[str, ...], by: str) -> frozenset[str]:
    return frozenset(kind for span in _book(by).spans(typed) for kind in span.label.split("|"))


@lru_cache(maxsize=2)
def _book(by: str) -> PhraseBook:
    """Return all phrases, each labelled with its kinds: one may speak of several."""
    kinds_of: dict[str, list[str]] = {}
    for kind, words in _listed().items():
        for phrase in words[by]:
            kinds_of.setdefault(phrase, []).append(kind)
    labelled = ((phrase, "|".join(found)) for phrase, found in kinds_of.items())
    return PhraseBook(labelled, exact=_HEARD_WITH_MARKS)


@lru_cache(maxsize=1)
def _listed() -> dict[str, dict[str, list[str]]]:
    listed: dict[str, dict[str, list[str]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return listed
