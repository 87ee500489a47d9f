"""What an import changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from knowledge_base.official.block import Record, official_block

_SAYS_NOTHING_NEW = frozenset({"crawled"})
"""That a record was fetched again is no change of it."""


@dataclass(frozen=True)
class Withdrawn:
    """A code that the import no longer had, and what likely took its place, best first."""

    code: str
    name: str
    successors: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """Codes by what became of them; ``changed`` names the facts of ``official:`` that differ."""

    new: tuple[str, ...] = ()
    changed: Mapping[str, tuple[str, ...]] | None = None
    withdrawn: tuple[Withdrawn, ...] = ()
    returned: tuple[str, ...] = ()
    loss_accepted_because: str = ""

    def as_data(self) -> dict[str, Any]:
        """Return plain data for the store and for ``--json``."""
        return {**asdict(self), "changed": dict(self.changed or {})}


def changed_facts(before: Record, after: Record) -> tuple[str, ...]:
    """Return the names of the facts that differ; none where the records differ in what is never answered."""
    if before == after:
        return ()
    old, new = official_block(before), official_block(after)
    facts = dict.fromkeys((*new, *old))
    return tuple(fact for fact in facts if fact not in _SAYS_NOTHING_NEW and old.get(fact) != new.get(fact))
