"""What goes into a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from knowledge_base.alias_file import Aliases
from knowledge_base.knowledge import Knowledge, with_names
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.errors import KnowledgeHasMistakes
from knowledge_base.publishing.manifest import Counts
from knowledge_base.snapshot import NamedProcedure


@dataclass(frozen=True)
class Contents:
    """Procedures by code and in its order; procedures known by name only; of which catalogue they are.

    ``copies``: codes of the catalogue that are kept from citizens, each with the procedure's that says the same.
    """

    procedures: Mapping[str, Procedure]
    named: Mapping[str, NamedProcedure]
    curated: int
    catalogue: str = ""
    catalogue_on: date | None = None
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def counts(self) -> Counts:
        """How many there are of each kind."""
        return Counts(self.curated, len(self.procedures) - self.curated, len(self.named))


Over = Callable[[Procedure, Procedure], Procedure]
"""Makes one procedure of a curated one and the imported one of the same code."""


def curated_alone(curated: Procedure, imported: Procedure) -> Procedure:
    """Let the curated procedure win."""
    return curated


def contents_of(
    knowledge: Knowledge,
    imported: Iterable[Procedure] = (),
    *,
    over: Over = curated_alone,
    catalogue: str = "",
    catalogue_on: date | None = None,
    copies: Mapping[str, str] = MappingProxyType({}),
) -> Contents:
    """Put the curated procedures over imported ones of the same code, and people's names to all.

    Raises KnowledgeHasMistakes.
    """
    if knowledge.findings:
        raise KnowledgeHasMistakes(knowledge.findings)
    curated = knowledge.procedures
    procedures = dict(curated)
    for procedure in imported:
        code = procedure.code
        procedures[code] = (
            over(curated[code], procedure) if code in curated else with_names(procedure, knowledge.aliases)
        )
    procedures = dict(sorted(procedures.items()))
    named = {
        code: _named(names) for code, names in sorted(knowledge.aliases.items()) if code not in procedures
    }
    held_under = {code: held for code, held in sorted(copies.items()) if held in procedures}
    return Contents(procedures, named, len(curated), catalogue, catalogue_on, held_under)


def _named(names: Aliases) -> NamedProcedure:
    return NamedProcedure(
        names.code, names.name, names.aliases, names.questions, names.special_words, names.siblings
    )
