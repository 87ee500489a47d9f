"""A snapshot of the knowledge: what services answer from, of one version and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge_base.procedure import Procedure


@dataclass(frozen=True)
class NamedProcedure:
    """A procedure that people ask for and whose record is not held: only its names are known."""

    code: str
    name: str
    aliases: tuple[str, ...]
    questions: tuple[str, ...]
    special_words: tuple[str, ...]
    siblings: tuple[str, ...]


@dataclass(frozen=True)
class Snapshot:
    """The knowledge as services use it; equal content has an equal version.

    ``copies`` are codes whose record says the same as another's, each with the code that it is held under.
    ``folder`` is where its files are, those of the search among them; None for one that was made in memory.
    """

    version: str
    procedures: Mapping[str, Procedure]
    named: Mapping[str, NamedProcedure] = field(default_factory=dict)
    folder: Path | None = None
    copies: Mapping[str, str] = field(default_factory=dict)
