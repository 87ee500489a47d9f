"""Communes as they are, and those that they were made of; there is no district any more."""

from __future__ import annotations

from dataclasses import dataclass


class Titled:
    """A place with a kind and a name."""

    kind: str
    name: str

    @property
    def title(self) -> str:
        """Kind and name."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True)
class Commune(Titled):
    """A commune, ward or special zone of today. ``kind`` is in lower case: phường, xã, đặc khu."""

    code: str
    kind: str
    name: str
    province: str


@dataclass(frozen=True)
class District(Titled):
    """A district of before, with the province of before; ``kind`` is quận, huyện, thị xã or thành phố."""

    kind: str
    name: str
    province: str


@dataclass(frozen=True)
class FormerCommune(Titled):
    """A commune of before, and every one of today that has a part of it.

    ``kind`` and ``name`` are empty for an island that was a district without communes.
    """

    code: str
    kind: str
    name: str
    district: District
    successors: tuple[Commune, ...]
