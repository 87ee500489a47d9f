"""Reading JSON whose shape nobody promised: lists with nulls, texts that are numbers, objects that are lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from knowledge_base.importing.errors import FieldWrong
from knowledge_base.official.text import tidy


def rows(values: Mapping[str, Any], field: str) -> list[Mapping[str, Any]]:
    """Return the objects of a list, without nulls; raise FieldWrong where it is no list of objects."""
    listed = values.get(field) or []
    if not isinstance(listed, list):
        raise FieldWrong(field, f"a list was expected, not {type(listed).__name__}")
    found = [row for row in listed if row is not None]
    if not all(isinstance(row, Mapping) for row in found):
        raise FieldWrong(field, "a row of it is no object")
    return found


def named(values: Mapping[str, Any], field: str) -> Iterator[Any]:
    """Yield the name of each row."""
    return (row.get("name") for row in rows(values, field))


def text_of(values: Mapping[str, Any], field: str) -> str:
    """Return a text, "" for none; raise FieldWrong where something else stands in its place."""
    value = values.get(field)
    if value is not None and not isinstance(value, str):
        raise FieldWrong(field, f"a text was expected, not {type(value).__name__}")
    return tidy(value)
