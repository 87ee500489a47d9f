"""Texts with what they mean, as people have labelled them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge_base.findings import Finding


@dataclass(frozen=True)
class Entity:
    """Something read in a text; ``start`` and ``end`` are places in it, None where only the value is known."""

    name: str
    value: str
    start: int | None = None
    end: int | None = None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Entity:
        """Return the entity of a mapping with ``entity`` and ``value`` and, if known, ``start`` and ``end``."""
        return cls(row["entity"], str(row["value"]), row.get("start"), row.get("end"))

    def as_row(self) -> dict[str, Any]:
        """Return it as Rasa writes it."""
        return {"entity": self.name, "value": self.value, "start": self.start, "end": self.end}


@dataclass(frozen=True)
class Labelled:
    """A text, its intent, its entities in their order, and where it stands."""

    text: str
    intent: str
    entities: tuple[Entity, ...]
    file: str
    line: int


@dataclass(frozen=True)
class LabelledSet:
    """What was read from one path."""

    name: str
    texts: tuple[Labelled, ...]

    @property
    def intents(self) -> tuple[str, ...]:
        """The intents, in alphabetical order."""
        return tuple(sorted({labelled.intent for labelled in self.texts}))

    @property
    def carries_entities(self) -> bool:
        """Whether any text has an entity."""
        return any(labelled.entities for labelled in self.texts)


class LabelledSetUnusable(ValueError):
    """A set cannot be trained on or tested with; each finding names file, line and how to mend it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: Sequence[Finding] = sorted(findings)
        super().__init__("\n".join(map(str, self.findings)))
