"""State for the length of one turn: Rasa's tracker store holds nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker


@dataclass
class Turn:
    """One turn under way: the slots it came with, the tracker it works on."""

    slots: Mapping[str, Any]
    tracker: DialogueStateTracker | None = None
    lent: frozenset[str] = field(default=frozenset())

    def begin(self, tracker: DialogueStateTracker, contact: Mapping[str, str]) -> DialogueStateTracker:
        """Put a fresh tracker where the conversation stands; slots unknown to the domain are left out.

        ``contact`` is lent to the responses for this turn and is no part of the conversation.
        """
        known = {name: value for name, value in {**self.slots, **contact}.items() if name in tracker.slots}
        for event in [*_session_start(), *(SlotSet(name, value) for name, value in known.items())]:
            tracker.update(event)
        self.tracker, self.lent = tracker, frozenset(contact)
        return tracker

    def remembered(self) -> dict[str, Any]:
        """Return the slots that the gateway must hand in with the next turn."""
        assert self.tracker is not None
        held = self.tracker.current_slot_values()
        return {n: v for n, v in held.items() if v is not None and n not in self.lent}


def _session_start() -> list[Event]:
    return [ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen")]


current_turn: ContextVar[Turn] = ContextVar("current_turn")


class TurnStore(TrackerStore):
    """Knows one tracker only: that of the turn this task is handling."""

    def __init__(
        self,
        domain: Domain | None = None,
        event_broker: EventBroker | None = None,
        contact: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self._contact = contact or {}

    async def retrieve(self, sender_id: str) -> DialogueStateTracker:
        turn = current_turn.get()
        return turn.tracker or turn.begin(DialogueStateTracker(sender_id, self.domain.slots), self._contact)

    async def save(self, tracker: DialogueStateTracker) -> None:
        current_turn.get().tracker = tracker

    async def keys(self) -> Iterable[str]:
        return []

    async def delete(self, sender_id: str) -> None:
        """There is nothing to delete."""
