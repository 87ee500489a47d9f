"""The glossary: words that people say, each with the word that is meant or that took its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from knowledge_base.entry import Entry, kind
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node
from knowledge_base.yaml_reader import UnreadableFile, root_node

GLOSSARY_FOLDER: Final = Path(__file__).parent / "glossary"
ABBREVIATION: Final = "abbreviation"
CHAT: Final = "chat"
REGIONAL: Final = "regional"
WRITTEN_OUT: Final = (ABBREVIATION, CHAT, REGIONAL)
"""Single words that are written out before anything else is read; each kind has the file of its name."""
OF_LAW: Final = ("renamed", "abolished")
KINDS: Final = (*WRITTEN_OUT, "synonym", *OF_LAW)
SIDES: Final = ("after", "before", "unless_after", "unless_before")

_SAID_AT_MOST, _MEANT_AT_MOST, _TOLD_AT_MOST = 60, 80, 160


@dataclass(frozen=True)
class Term:
    """One entry: what people say, and what is meant; ``sides`` are the neighbours that decide, by their name.

    ``since`` and ``source`` say from when and by which law it is called otherwise, ``told`` is what an answer says of
    that. ``for_search``: a question may be searched with what is meant, beside what was said.
    """

    file: str
    line: int
    said: tuple[str, ...]
    meant: str
    kind: str
    since: date | None = None
    source: str = ""
    told: str = ""
    for_search: bool = False
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def side(self, name: str) -> tuple[str, ...]:
        """Return the neighbours on a side; empty for any."""
        return dict(self.sides).get(name, ())


@dataclass(frozen=True)
class GlossaryFile:
    """What one file holds."""

    terms: tuple[Term, ...]
    findings: tuple[Finding, ...]


@lru_cache(maxsize=1)
def words_written_out() -> tuple[Term, ...]:
    """Return the sound entries that are written out; the engine's model depends on these files and no other."""
    return _read(*(GLOSSARY_FOLDER / f"{name}.yml" for name in WRITTEN_OUT))


@lru_cache(maxsize=1)
def other_terms() -> tuple[Term, ...]:
    """Return the sound entries that stay in a text as they were said."""
    paths = sorted(path for path in GLOSSARY_FOLDER.glob("*.yml") if path.stem not in WRITTEN_OUT)
    return _read(*paths)


def _read(*paths: Path) -> tuple[Term, ...]:
    return tuple(term for path in paths for term in read_terms(path, path.name).terms)


def read_terms(path: Path, file: str) -> GlossaryFile:
    """Read a file; every mistake becomes a finding, none an exception, and an entry that has one is left out."""
    try:
        root = root_node(path, file)
    except UnreadableFile as error:
        return GlossaryFile((), (error.finding,))
    if not isinstance(root, Items):
        what = f"the file is {kind(root)}"
        finding = Finding(file, 1, what, "a list is expected", "begin each entry with '- '")
        return GlossaryFile((), (finding,))
    terms: list[Term] = []
    findings: list[Finding] = []
    for node in root.nodes:
        found: list[Finding] = []
        term = _term(node, file, found)
        findings += found
        terms += [] if found else [term]
    return GlossaryFile(tuple(terms), tuple(findings))


def _term(node: Node, file: str, findings: list[Finding]) -> Term:
    entry = Entry(node, file, findings, "the entry")
    has_day = isinstance(node, Keys) and "since" in node.values
    term = Term(
        file=file,
        line=entry.line,
        said=entry.texts("said", at_most=_SAID_AT_MOST),
        meant=entry.text("meant", at_most=_MEANT_AT_MOST),
        kind=entry.one_of("kind", KINDS) or "",
        since=entry.required_day("since") if has_day else None,
        source=_optional(entry, node, "source"),
        told=_optional(entry, node, "told", at_most=_TOLD_AT_MOST),
        for_search=entry.flag("search"),
        sides=_sides(entry),
    )
    entry.finish()
    return term


def _optional(entry: Entry, node: Node, key: str, at_most: int = 0) -> str:
    is_there = isinstance(node, Keys) and key in node.values
    return entry.text(key, at_most=at_most) if is_there else ""


def _sides(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    read = ((side, entry.texts(side, optional=True)) for side in SIDES)
    return tuple((side, phrases) for side, phrases in read if phrases)
