"""Short forms: those of chats and those of offices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.evaluation.noises.slips import Random

_FILE = Path(__file__).parent / "data" / "typing.yml"
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.7
"""Of the words that have a short form, so many are shortened."""


def shortened(text: str, random: Random) -> str:
    """Return a text in lower case with office phrases abbreviated and most common words as chats write them."""
    lower = _phrases().sub(lambda found: _table()["abbreviations"][found[0]], text.lower())
    return _WORD.sub(lambda found: _chatted(found[0], random), lower)


def _chatted(word: str, random: Random) -> str:
    forms = _table()["teencode"].get(word)
    if not forms or random.random() >= _SHARE:
        return word
    return str(forms[int(random.integers(len(forms)))])


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_table()["abbreviations"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    read: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
