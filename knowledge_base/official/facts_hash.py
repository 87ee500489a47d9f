"""The hash that tells whether an ``official:`` block was edited by hand."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any


def facts_sha256(block: Any) -> str:
    """Return the hash of a block's facts; layout, key order, 20 and 20.0 make no difference."""
    canonical = json.dumps(_plain(block), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
