"""What a pipeline makes of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.understanding.labelled import Entity


@dataclass(frozen=True)
class Predicted:
    """``intent`` is what the pipeline decides for, its fallback included and "" for none at all.

    ``best`` is the likeliest intent before any fallback, with its ``confidence``: what a threshold is applied to.
    """

    intent: str
    best: str
    confidence: float
    entities: tuple[Entity, ...] = ()

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Predicted:
        """Return what a row of the engine's answer says."""
        read = tuple(map(Entity.of, row["entities"]))
        return cls(row["intent"] or "", row["best"] or "", row["confidence"], read)
