"""Office abbreviations and teencode, written out."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "data" / "abbreviations.yml"


@lru_cache(maxsize=1)
def _expansions() -> tuple[re.Pattern[str], dict[str, str]]:
    table: dict[str, str] = {}
    for group in yaml.safe_load(_FILE.read_text("utf-8")).values():
        table |= {str(short).lower(): str(long) for short, long in group.items()}
    longest_first = sorted(table, key=lambda short: (-len(short), short))
    pattern = "|".join(re.escape(short) for short in longest_first)
    return re.compile(rf"(?<![\w.\-/])(?:{pattern})(?![\w\-/]|\.\w)", re.IGNORECASE), table


def expand_abbreviations(text: str) -> str:
    """Write out every abbreviation of data/abbreviations.yml that stands alone as a word."""
    pattern, table = _expansions()
    return pattern.sub(lambda match: table[match[0].lower()], text)
