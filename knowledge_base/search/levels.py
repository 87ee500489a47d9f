"""Levels of offices, as people say them and as records write them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.search.kinds import kinds_said

_FILE = Path(__file__).parent / "data" / "levels.yml"


def levels_said(typed: Sequence[str]) -> frozenset[str]:
    """Return the levels that lower-case syllables speak of, as records write them."""
    written = _listed()["written"]
    return frozenset(written[kind] for kind in kinds_said(typed) if kind in written)


def is_chosen(title: str) -> bool:
    """Whether an official name says where it is carried out, which people choose, and not who decides."""
    return _listed()["carried_out"] in title.lower()


@lru_cache(maxsize=1)
def _listed() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
