"""A file of aliases: what citizens call the procedures of a field, and how they ask for them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from knowledge_base.entry import Entry, kind
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Node
from knowledge_base.yaml_reader import UnreadableFile, root_node

_ALIAS_AT_MOST = 120
_QUESTION_AT_MOST = 300


@dataclass(frozen=True)
class Aliases:
    """The aliases of one procedure; ``name`` is the official one, for the reader of the file.

    ``siblings`` are the procedures that may share a phrase with it: the assistant then asks which is meant.
    """

    file: str
    line: int
    code: str
    name: str
    aliases: tuple[str, ...]
    questions: tuple[str, ...]
    special_words: tuple[str, ...]
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True)
class AliasFile:
    """What one file holds."""

    entries: tuple[Aliases, ...]
    findings: tuple[Finding, ...]


def read_aliases(path: Path, file: str) -> AliasFile:
    """Read a file; every mistake becomes a finding, none an exception."""
    try:
        root = root_node(path, file)
    except UnreadableFile as error:
        return AliasFile((), (error.finding,))
    if not isinstance(root, Items):
        finding = Finding(
            file, 1, f"the file is {kind(root)}", "a list is expected", "begin each entry with '- '"
        )
        return AliasFile((), (finding,))
    findings: list[Finding] = []
    entries = tuple(_aliases(node, file, findings) for node in root.nodes)
    findings += _out_of_order(entries)
    return AliasFile(entries, tuple(findings))


def _aliases(node: Node, file: str, findings: list[Finding]) -> Aliases:
    entry = Entry(node, file, findings, "the entry")
    read = Aliases(
        file=file,
        line=entry.line,
        code=entry.text("code"),
        name=entry.text("name"),
        aliases=entry.texts("aliases", at_most=_ALIAS_AT_MOST),
        questions=entry.texts("questions", optional=True, at_most=_QUESTION_AT_MOST),
        special_words=entry.texts("special_words", optional=True, at_most=_ALIAS_AT_MOST),
        siblings=entry.texts("siblings", optional=True),
    )
    entry.finish()
    return read


def _out_of_order(entries: tuple[Aliases, ...]) -> list[Finding]:
    return [
        Finding(
            entry.file,
            entry.line,
            f"{entry.code} comes after {before.code}",
            "entries are sorted by code, each code once",
            "move it, or put both entries together",
        )
        for before, entry in pairwise(entries)
        if entry.code and entry.code <= before.code
    ]
