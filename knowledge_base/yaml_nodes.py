"""The values of a YAML file, each with the line that it stands on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

_SCALARS: Mapping[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": lambda text: text.lower() in ("true", "yes", "on"),
    "int": int,
    "float": float,
    "timestamp": date.fromisoformat,
}


@dataclass(frozen=True)
class Scalar:
    """A single value: its YAML kind (str, int, float, bool, null, timestamp), its text, its line from 1."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True)
class Items:
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    kind: str = "seq"


@dataclass(frozen=True)
class Keys:
    """A mapping, its keys in their order."""

    values: Mapping[str, Node]
    line: int
    kind: str = "map"


Node: TypeAlias = Scalar | Items | Keys


def plain(node: Node) -> Any:
    """Return the data under a node; a number or date that cannot be one stays a text."""
    if isinstance(node, Keys):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Items):
        return [plain(item) for item in node.nodes]
    read = _SCALARS.get(node.kind)
    try:
        return read(node.text) if read else node.text
    except ValueError:
        return node.text


def as_node(value: Any) -> Node:
    """Return plain data as the node that a file would have for it; the line is 1 everywhere."""
    if isinstance(value, dict):
        return Keys({key: as_node(item) for key, item in value.items()}, 1)
    if isinstance(value, list):
        return Items(tuple(map(as_node, value)), 1)
    return Scalar(*_scalar(value), 1)


def _scalar(value: Any) -> tuple[str, str]:
    if value is None:
        return "null", ""
    if isinstance(value, bool):
        return "bool", str(value).lower()
    kinds = {int: "int", float: "float", date: "timestamp"}
    return kinds.get(type(value), "str"), str(value)
