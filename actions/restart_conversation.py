"""Forget what was talked about."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import Events, ServiceAction, give
from actions.conversation import SLOTS
from actions.reply import Reply


class ActionRestartConversation(ServiceAction):
    """Empty every slot, the proof of a dossier among them."""

    def name(self) -> str:
        return "action_restart_conversation"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        return give(Reply("utter_restarted", slots=dict.fromkeys(SLOTS)), dispatcher)
