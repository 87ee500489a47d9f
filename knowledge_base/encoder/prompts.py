"""What the E5 models were trained to read before a text."""

from __future__ import annotations

QUERY = "query: "
PASSAGE = "passage: "
