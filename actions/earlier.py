"""What was talked about before each switch: a small stack, so that "quay lại" finds the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

SLOT = "earlier"
AT_MOST = 5
_PROCEDURES = "procedure"
_COMMUNES = "commune"


@dataclass(frozen=True)
class Earlier:
    """A procedure in focus with the sides asked for, and the question about choices that was open."""

    procedure: str | None = None
    facets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    choice_kind: str | None = None

    @classmethod
    def of(cls, slots: Mapping[str, Any]) -> Earlier:
        """Read the slots; which of several communes is meant is no choice to come back to."""
        kind = slots.get("choice_kind")
        choices = () if kind == _COMMUNES else tuple(slots.get("choices") or ())
        facets = tuple(slots.get("facets") or ())
        return cls(slots.get("procedure"), facets, choices, kind if choices else None)

    @property
    def is_something(self) -> bool:
        """Whether there is anything to come back to."""
        return bool(self.procedure or self.choices)

    def slots(self) -> dict[str, Any]:
        """Return the slots as they were; the subject is the procedure again."""
        return {
            "procedure": self.procedure,
            "facets": list(self.facets) or None,
            "choices": list(self.choices) or None,
            "choice_kind": self.choice_kind,
            "subject": "procedure" if self.procedure else None,
            "awaiting": None,
        }


def read_earlier(value: Sequence[Mapping[str, Any]] | None) -> tuple[Earlier, ...]:
    """Return the stack that the slot holds, the latest last."""
    return tuple(Earlier.of(entry) for entry in value or ())


def as_slot(stack: Sequence[Earlier]) -> list[dict[str, Any]] | None:
    """Return the stack as the slot's value, the oldest dropped."""
    return [asdict(entry) for entry in stack[-AT_MOST:]] or None


def stacked(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the slot's value once a turn has led from these slots to those."""
    stack, left = read_earlier(before.get(SLOT)), Earlier.of(before)
    if left.is_something and left not in stack[-1:] and _is_switch(left, before, after):
        stack = (*stack, left)
    return as_slot(stack)


def _is_switch(left: Earlier, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    now = Earlier.of(after)
    is_answered = bool(left.choices) and now.choices != left.choices
    is_offer = now.choice_kind == _PROCEDURES and now.choices not in (left.choices, (left.procedure,))
    is_elsewhere = before.get("subject") != after.get("subject") == "dossier"
    return now.procedure != left.procedure or is_answered or is_offer or is_elsewhere
