"""The words that the extractors know, from the files beside this one; each is read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.entities.typed import Phrases, Words

_FOLDER = Path(__file__).with_name("data")
_CACHED = 64


@lru_cache(maxsize=_CACHED)
def words_in(name: str) -> dict[str, Any]:
    """Read ``data/<name>.yml``."""
    read: dict[str, Any] = yaml.safe_load((_FOLDER / f"{name}.yml").read_text("utf-8"))
    return read


@lru_cache(maxsize=_CACHED)
def word_list(name: str, *keys: str) -> Words:
    """Return the words of these keys of a file, a list or a mapping from words to what they mean."""
    return Words({word: meant for key in keys for word, meant in _meanings(words_in(name)[key]).items()})


@lru_cache(maxsize=_CACHED)
def phrase_list(name: str, *keys: str) -> Phrases:
    """Return the phrases of these keys of a file, likewise."""
    return Phrases({word: meant for key in keys for word, meant in _meanings(words_in(name)[key]).items()})


def _meanings(said: Any) -> dict[str, Any]:
    if isinstance(said, dict):
        return said
    return {str(word): word for word in ([said] if isinstance(said, str) else said)}
