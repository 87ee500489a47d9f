"""What goes into a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from knowledge_base.alias_file import Aliases
from knowledge_base.knowledge import Knowledge, with_names
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.errors import KnowledgeHasMistakes
from knowledge_base.publishing.manifest import Counts
from knowledge_base.snapshot import NamedProcedure


@dataclass(frozen=True)
class Contents:
    """Procedures by code and in its order; procedures known by name only; of which catalogue they are."""

    procedures: Mapping[str, Procedure]
    named: Mapping[str, NamedProcedure]
    curated: int
    catalogue: str = ""
    catalogue_on: date | None = None

    @property
    def counts(self) -> Counts:
        """How many there are of each kind."""
        return Counts(self.curated, len(self.procedures) - self.curated, len(self.named))


def contents_of(
    knowledge: Knowledge,
    imported: Iterable[Procedure] = (),
    *,
    catalogue: str = "",
    catalogue_on: date | None = None,
) -> Contents:
    """Put the curated procedures before imported ones of the same code, and people's names to both.

    Raises KnowledgeHasMistakes.
    """
    if knowledge.findings:
        raise KnowledgeHasMistakes(knowledge.findings)
    curated = knowledge.procedures
    others = {
        procedure.code: with_names(procedure, knowledge.aliases)
        for procedure in imported
        if procedure.code not in curated
    }
    procedures = dict(sorted({**others, **curated}.items()))
    named = {
        code: _named(names) for code, names in sorted(knowledge.aliases.items()) if code not in procedures
    }
    return Contents(procedures, named, len(curated), catalogue, catalogue_on)


def _named(names: Aliases) -> NamedProcedure:
    return NamedProcedure(
        names.code, names.name, names.aliases, names.questions, names.special_words, names.siblings
    )
