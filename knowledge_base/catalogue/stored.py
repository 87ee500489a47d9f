"""What the office keeps of each procedure that it imported from the national catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from knowledge_base.official.block import Record

DUPLICATE: Final = "duplicate"
"""Why a record is hidden that says the same as another one, which is shown instead."""


@dataclass(frozen=True)
class StoredRecord:
    """A normalised record and what became of it over the imports.

    ``province`` is the bare name ("Hà Nội") of the province whose own record it is, "" for a record that
    holds everywhere. ``withdrawn_on`` is the day of the first import that no longer had the code, and
    ``successors`` are codes that likely took its place, best first: likely, no more. ``hidden_because`` says
    why citizens are not shown the record, "" when they are; see ``hiding.py`` for its few values.
    ``first_day`` is the day of the oldest decision that published the code, ``last_day`` the last day on
    which an import still had it, None while it is in force.
    """

    record: Record
    province: str = ""
    withdrawn_on: date | None = None
    successors: tuple[str, ...] = ()
    hidden_because: str = ""
    first_day: date | None = None
    last_day: date | None = None

    @property
    def code(self) -> str:
        """The procedure's code, as the catalogue writes it."""
        return str(self.record["code"])

    @property
    def name(self) -> str:
        """The official name."""
        return str(self.record["name"])

    @property
    def for_citizens(self) -> bool:
        """Whether a citizen may be told of it; a withdrawn procedure is, as withdrawn."""
        return not self.hidden_because


@dataclass(frozen=True)
class Catalogue:
    """All imported records by code, in the order of their codes; equal content has an equal version."""

    version: str
    records: Mapping[str, StoredRecord]
    imported_on: date | None = None

    @classmethod
    def empty(cls) -> Catalogue:
        """Nothing was imported yet."""
        return cls("", MappingProxyType({}))

    def copies(self) -> Mapping[str, str]:
        """Return the codes that citizens are not shown because another record says the same, each with that one's."""
        return {
            stored.code: stored.successors[0]
            for stored in self.in_force()
            if stored.hidden_because == DUPLICATE and stored.successors
        }

    def in_force(self) -> Iterable[StoredRecord]:
        """Yield what the last import still had."""
        return (stored for stored in self.records.values() if stored.withdrawn_on is None)
