"""What a message may mean by the name of a place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from knowledge_base.gazetteer.communes import Commune, District, FormerCommune
from knowledge_base.gazetteer.names import Unit


@dataclass(frozen=True)
class NamedPlace:
    """A place as everything that it may be, never only the likeliest.

    ``kind`` is "" where only the name was said. ``successors`` are all communes of today that the place may lie in,
    by code. ``syllables`` are the numbers of those that name it in the message, with the district or province that
    was said to be around it.
    """

    kind: str
    units: tuple[Unit, ...]
    successors: tuple[Commune, ...]
    syllables: frozenset[int]

    @property
    def title(self) -> str:
        """What was named, in an official spelling."""
        return f"{self.kind} {self.units[0].name}".strip()

    def among(self, codes: Collection[str]) -> NamedPlace:
        """Return it as the one commune of today with one of these codes, where it may be such a one."""
        meant = tuple(commune for commune in self.communes if commune.code in codes)
        return replace(self, units=meant, successors=meant) if len(meant) == 1 else self

    @property
    def communes(self) -> tuple[Commune, ...]:
        """The communes of today that are called so."""
        return tuple(unit for unit in self.units if isinstance(unit, Commune))

    @property
    def former(self) -> tuple[FormerCommune, ...]:
        """The communes of before that were called so."""
        return tuple(unit for unit in self.units if isinstance(unit, FormerCommune))

    @property
    def districts(self) -> tuple[District, ...]:
        """The districts of before that were called so."""
        return tuple(unit for unit in self.units if isinstance(unit, District))

    @property
    def provinces(self) -> tuple[str, ...]:
        """The provinces of today that it may lie in, sorted."""
        return tuple(sorted({commune.province for commune in self.successors}))
