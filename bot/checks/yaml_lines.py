"""YAML read with the line of every value, and its mistakes as findings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from knowledge_base.findings import Finding


def compose(path: Path) -> tuple[yaml.Node | None, list[Finding]]:
    """Return the file's root node, or None and what is wrong with it."""
    try:
        return yaml.compose(path.read_text("utf-8"), yaml.SafeLoader), []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "not UTF-8 text"
        line = mark.line + 1 if mark else 1
        return None, [Finding(str(path), line, f"not YAML: {what}", "nothing in it is read", "mend the line")]


def entries(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node, int]]:
    """Yield key, value and line of a mapping; nothing for anything else."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield str(key.value), value, key.start_mark.line + 1


def child(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Return the value under a key, or None."""
    return next((value for key, value, _ in entries(node) if key == name), None)


def items(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the items of a sequence; nothing for anything else."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []
