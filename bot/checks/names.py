"""Names in the files that Rasa reads, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar
from knowledge_base.yaml_reader import root_node

Documents: TypeAlias = list[tuple[str, Node]]
"""Files by their name in findings, each with what it holds."""


@dataclass(frozen=True)
class Named:
    """A name with its place and what is written under it."""

    name: str
    file: str
    line: int
    node: Node | None = None


def read_folder(root: Path, folder: Path) -> Documents:
    """Read every YAML file under a folder; raise UnreadableFile for the first that is none."""
    paths = sorted((root / folder).rglob("*.yml"))
    return [(file := str(path.relative_to(root)), root_node(path, file)) for path in paths]


def listed(documents: Documents, key: str) -> Iterator[Named]:
    """Yield the names of a list whose items are names, or names with settings."""
    for file, node in documents:
        for item in items(under(node, key)):
            if isinstance(item, Scalar):
                yield Named(item.text, file, item.line)
            elif isinstance(item, Keys):
                yield from (Named(name, file, item.line) for name in item.values)


def keyed(documents: Documents, key: str) -> Iterator[Named]:
    """Yield the keys of a mapping, each with what is under it."""
    for file, node in documents:
        mapping = under(node, key)
        if isinstance(mapping, Keys):
            yield from (Named(name, file, value.line, value) for name, value in mapping.values.items())


def steps(documents: Documents, kind: str) -> Iterator[Named]:
    """Yield the intents, or the actions, that the steps of rules name."""
    for file, node in documents:
        for rule in items(under(node, "rules")):
            for step in items(under(rule, "steps")):
                for choice in items(under(step, "or")) or (step,):
                    name = under(choice, kind)
                    if isinstance(name, Scalar):
                        yield Named(name.text, file, name.line)


def twice(names: list[Named], kind: str) -> Iterator[Finding]:
    """Yield a finding for every name that was there before."""
    first: dict[str, Named] = {}
    for named in names:
        before = first.setdefault(named.name, named)
        if before is not named:
            yield Finding(
                named.file,
                named.line,
                f"{kind} {named.name} is there already, in {before.file}:{before.line}",
                "the engine takes one of the two and does not say which",
                "delete or rename one",
            )


def under(node: Node | None, key: str) -> Node | None:
    """Return what a mapping has under a key; None for anything else."""
    return node.values.get(key) if isinstance(node, Keys) else None


def items(node: Node | None) -> tuple[Node, ...]:
    """Return what a list holds; nothing for anything else."""
    return node.nodes if isinstance(node, Items) else ()
