"""The words of the official formats, from words.yml beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_name("words.yml")


@lru_cache(maxsize=1)
def format_words() -> Mapping[str, Any]:
    """Return the tables of words.yml."""
    read: Mapping[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
