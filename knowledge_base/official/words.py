"""The catalogue's own words, from words.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("words.yml")


@lru_cache(maxsize=1)
def words() -> Mapping[str, Any]:
    """Return the lists and tables of words.yml."""
    read: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read


def says_no_time(text: str) -> bool:
    """Tell whether what stands in place of a time is none: nothing, a dash, "see the description"."""
    return text.strip(" .").lower() in ("", *words()["no_times"])
