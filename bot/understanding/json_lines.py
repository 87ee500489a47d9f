"""Labelled texts as JSON lines: ``{"text": …, "intent": …, "entities": […]}``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from bot.understanding.labelled import Entity, Labelled, LabelledSetUnusable
from knowledge_base.findings import Finding

TEXT_KEYS: Final = ("text", "utterance", "sentence", "query", "question")
INTENT_KEYS: Final = ("intent", "label", "category", "class")
"""Any of these names is taken, the first one that is there: public sets name the same two things in many ways."""

_FORM = 'write {"text": "…", "intent": "…"} on a line of its own'


def read_json_lines(path: Path, file: str, intent: str | None = None) -> list[Labelled]:
    """Read one labelled text a line; blank lines are left out. Raises LabelledSetUnusable.

    ``intent`` is that of a text for which the line names none.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise _unusable(file, line, "this is no UTF-8", "save the file with the encoding UTF-8") from error
    read = [_labelled(line, file, number, intent) for number, line in enumerate(lines, 1) if line.strip()]
    if not read:
        raise _unusable(file, 1, "the file labels no text", _FORM)
    return read


def _labelled(line: str, file: str, number: int, unnamed: str | None) -> Labelled:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise _unusable(file, number, f"this is no JSON: {error}", _FORM) from error
    if not isinstance(row, dict):
        raise _unusable(file, number, "this is no JSON object", _FORM)
    text, intent = _first(row, TEXT_KEYS), _first(row, INTENT_KEYS, unnamed)
    if not isinstance(text, str):
        raise _unusable(file, number, f"there is no text under any of {', '.join(TEXT_KEYS)}", _FORM)
    if not isinstance(intent, str | int) or isinstance(intent, bool):
        raise _unusable(file, number, f"there is no intent under any of {', '.join(INTENT_KEYS)}", _FORM)
    return Labelled(text, str(intent), _entities(row.get("entities") or [], text, file, number), file, number)


def _entities(rows: Any, text: str, file: str, number: int) -> tuple[Entity, ...]:
    try:
        return tuple(_entity(row, text) for row in rows)
    except (TypeError, KeyError, AttributeError) as error:
        mend = 'write "entities": [{"entity": "name", "value": "…"}], with start and end if they are known'
        raise _unusable(file, number, "its entities cannot be read", mend) from error


def _entity(row: Mapping[str, Any], text: str) -> Entity:
    start, end = row.get("start"), row.get("end")
    value = row["value"] if "value" in row else text[start:end] if None not in (start, end) else None
    if value is None:
        raise KeyError("value")
    return Entity(str(row["entity"]), str(value), start, end)


def _first(row: Mapping[str, Any], keys: tuple[str, ...], otherwise: Any = None) -> Any:
    return next((row[key] for key in keys if key in row), otherwise)


def _unusable(file: str, line: int, what: str, mend: str) -> LabelledSetUnusable:
    return LabelledSetUnusable(
        [Finding(file, line, what, "every text needs an intent to be measured against", mend)]
    )
