"""The names of the nation's procedures of the central level, held or not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("names.tsv")


@lru_cache(maxsize=1)
def official_names() -> Mapping[str, str]:
    """Return code and official name, as the portal had them on the day that names.tsv tells."""
    lines = _FILE.read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))
