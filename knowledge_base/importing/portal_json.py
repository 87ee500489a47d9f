"""The portal's JSON: bare ``data``, ``{data: …}`` as the API answers, ``{id, code, name, detail: …}`` on disk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from knowledge_base.importing.errors import FieldWrong, FileDamaged

_MARKS = ("executionMethods", "executionCases", "executionSteps")
_DEEPEST_WRAPPING = 3


def details_in(content: bytes) -> Iterator[Mapping[str, Any]]:
    """Yield the record or records of a file, unwrapped; raises FileDamaged or FieldWrong."""
    try:
        read = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise FileDamaged(f"it is no JSON: {error}") from error
    for item in read if isinstance(read, list) else [read]:
        yield unwrapped(item)


def unwrapped(item: Any, depth: int = 0) -> Mapping[str, Any]:
    """Return the record inside its wrappings, or raise FieldWrong."""
    if not isinstance(item, Mapping):
        raise FieldWrong("data", f"an object was expected, not {type(item).__name__}")
    for wrapping in ("data", "detail"):
        if wrapping in item and depth < _DEEPEST_WRAPPING:
            return unwrapped(item[wrapping], depth + 1)
    if not any(mark in item for mark in _MARKS):
        raise FieldWrong(
            "executionMethods", "there is none, nor steps nor cases; this is no record of a procedure"
        )
    return item
