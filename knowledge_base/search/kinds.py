"""Kinds of case that tell sister procedures apart: lost, renewed, changed, with a foreigner, at the province …"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from knowledge_base.search.phrases import PhraseBook

_FILE = Path(__file__).parent / "data" / "kinds.yml"


@lru_cache(maxsize=1)
def kinds() -> tuple[str, ...]:
    """Return the names of all kinds, in the order of data/kinds.yml."""
    return tuple(_listed())


def kinds_said(typed: Sequence[str]) -> frozenset[str]:
    """Return the kinds of case that people's words speak of; takes lower-case syllables."""
    return frozenset(span.label for book in _books("said") for span in book.spans(typed))


def kinds_named(typed: Sequence[str]) -> frozenset[str]:
    """Return the kinds of case that a procedure's official name is for; takes lower-case syllables."""
    return frozenset(span.label for book in _books("named") for span in book.spans(typed))


@lru_cache(maxsize=2)
def _books(by: str) -> tuple[PhraseBook, ...]:
    """Return a book for each kind: one word may speak of several."""
    return tuple(PhraseBook((phrase, kind) for phrase in words[by]) for kind, words in _listed().items())


@lru_cache(maxsize=1)
def _listed() -> dict[str, dict[str, list[str]]]:
    listed: dict[str, dict[str, list[str]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return listed
