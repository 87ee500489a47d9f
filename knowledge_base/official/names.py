"""The names of the nation's procedures of the central level, held or not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

NAMES_AS_OF: Final = date(2026, 7, 18)
"""The day on which the portal had the names of names.tsv, which says so too."""
NAMES_FILE = Path(__file__).with_name("names.tsv")


@lru_cache(maxsize=1)
def official_names() -> Mapping[str, str]:
    """Return code and official name, as the portal had them on NAMES_AS_OF."""
    lines = NAMES_FILE.read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))
