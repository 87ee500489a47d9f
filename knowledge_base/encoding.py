"""Turn dataclasses into the plain data that ``decoding.py`` reads back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any


def json_line(value: Any) -> bytes:
    """Return the value on one line of JSON; knows dataclasses and dates, and keeps text that is no clean Unicode."""
    text = json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else vars(value)
