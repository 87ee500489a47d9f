"""Rasa's marks of entities in a text: ``[today](date)``, ``[today](date:1 May)``, ``[today]{"entity": "date"}``."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.understanding.labelled import Entity

_MARKED = re.compile(r"\[(?P<said>[^\]]+)\](?:\((?P<name>[^):]+)(?::(?P<value>[^)]+))?\)|(?P<row>\{[^}]+\}))")


class WrongMarkup(ValueError):
    """What stands behind a marked word is no description of an entity."""


def without_markup(marked: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the text as it was typed, and its entities; raises WrongMarkup."""
    text, entities, read_to = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[read_to : found.start()]
        said = found["said"]
        name, value = _described(found)
        entities.append(Entity(name, value or said, len(text), len(text) + len(said)))
        text += said
        read_to = found.end()
    return text + marked[read_to:], tuple(entities)


def _described(found: re.Match[str]) -> tuple[str, str | None]:
    if found["name"]:
        return found["name"], found["value"]
    try:
        row: dict[str, Any] = json.loads(found["row"])
        return str(row["entity"]), row.get("value")
    except (ValueError, KeyError) as error:
        raise WrongMarkup(f"{found['row']} describes no entity") from error
