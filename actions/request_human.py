"""Pass a citizen on to a person."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, ServiceAction, give
from actions.reply import Reply


class ActionRequestHuman(ServiceAction):
    """Acknowledge the wish; the gateway records it by the outcome of the response."""

    def name(self) -> str:
        return "action_request_human"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        style = self.services.style()
        contact = {"hotline": style.hotline, "portal_url": style.portal_url}
        return give(Reply("utter_handover_requested", contact), dispatcher)
