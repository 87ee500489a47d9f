"""The words on printed papers, from words.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("words.yml")


@dataclass(frozen=True)
class Words:
    """Phrases with ``{variables}``, and what stands for signs that the font lacks."""

    kicker: str
    name: str
    code: str
    papers: str
    no_papers: str
    counts: str
    forms: str
    notes: str
    source: str
    page_of_procedure: str
    no_decision: str
    foot: str
    page: str
    signs: Mapping[str, str]
    unknown_sign: str


@lru_cache(maxsize=1)
def words() -> Words:
    """Read the file once; raises TypeError for a phrase that is missing or unknown."""
    return Words(**yaml.safe_load(_FILE.read_text("utf-8")))
