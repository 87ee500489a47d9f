"""The base of our actions: a Rasa action that is handed its services."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.reply import Reply
from actions.services import Services, default_services

Events = list[dict[str, Any]]


class ServiceAction(Action, ABC):  # type: ignore[misc]  # rasa-sdk carries no types
    """Rasa builds actions without arguments; tests hand in services of their own."""

    def __init__(self, services: Services | None = None) -> None:
        self.services = services or default_services()

    @abstractmethod
    def name(self) -> str: ...

    @abstractmethod
    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events: ...


def give(reply: Reply, dispatcher: CollectingDispatcher) -> Events:
    """Say a reply; return the slots that it sets."""
    dispatcher.utter_message(**reply.message())
    return [SlotSet(name, value) for name, value in reply.slots.items()]
