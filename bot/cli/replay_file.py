"""The questions of a replay: JSON Lines with id, text and, if wanted, conversation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Line = dict[str, Any]


def read_lines(source: Path) -> list[Line]:
    """Return a question a line, blank lines left out; of one that cannot be read its id, if any, and an error."""
    text = source.read_bytes().decode("utf-8-sig", "replace")
    return [_read(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def conversations(lines: list[Line]) -> list[list[int]]:
    """Return the places of the lines by conversation; a line without one is a conversation of its own."""
    talks: dict[tuple[str, object], list[int]] = {}
    for place, line in enumerate(lines):
        named = line.get("conversation")
        talks.setdefault(("alone", place) if named is None else ("named", str(named)), []).append(place)
    return list(talks.values())


def _read(number: int, line: str) -> Line:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        return _unreadable(None, f"line {number} is not JSON")
    if not isinstance(read, dict):
        return _unreadable(None, f"line {number} is not an object")
    if not isinstance(read.get("text"), str):
        return _unreadable(read.get("id"), f"line {number} has no text")
    return {"id": read.get("id"), "text": read["text"], "conversation": read.get("conversation")}


def _unreadable(name: object, why: str) -> Line:
    return {"id": name, "error": f'{why}; write {{"id": …, "text": …}}'}
