"""What an extractor has read: where it stands, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Found:
    """``value`` is the normal form; ``text`` is what was typed from ``start`` up to ``end`` of the raw message.

    ``entity`` names what it is; ``more`` holds what else is known of it, such as the grain of a date.
    """

    entity: str
    value: Any
    start: int
    end: int
    text: str
    more: dict[str, Any] = field(default_factory=dict)

    def data(self, extractor: str) -> dict[str, Any]:
        """Return it as Rasa hands entities on."""
        told = {"additional_info": self.more} if self.more else {}
        place = {"start": self.start, "end": self.end, "text": self.text}
        return {"entity": self.entity, "value": self.value, "extractor": extractor, **place, **told}


def apart(found: list[Found]) -> list[Found]:
    """Return them in order; of two that overlap the longer one, of equals the first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
