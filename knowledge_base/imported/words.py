"""The words by which names and steps of imported records are read, from words.yml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("words.yml")


@dataclass(frozen=True)
class RecordWords:
    """The lists of words.yml; see there."""

    openings: tuple[str, ...]
    kept_before: tuple[str, ...]
    clauses: tuple[str, ...]
    dangling: tuple[str, ...]
    proper_names: tuple[str, ...]
    empty_step_names: tuple[str, ...]
    step: str


@lru_cache(maxsize=1)
def record_words() -> RecordWords:
    """Read the file once."""
    read = yaml.safe_load(_FILE.read_text("utf-8"))
    lists = {key: tuple(value) for key, value in read.items() if isinstance(value, list)}
    return RecordWords(**lists, step=read["step"])
