"""Answer a question about a procedure from the knowledge base."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import reply_to
from actions.base import Events, ServiceAction, give
from actions.conversation import Heard
from actions.topic import Topic


class ActionAnswerProcedure(ServiceAction):
    """Find the procedure and its sides, and tell them with their source."""

    def name(self) -> str:
        return "action_answer_procedure"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        style, knowledge = self.services.style(), self.services.knowledge
        decision = Topic(Heard.of(tracker), knowledge, style).decide()
        return give(reply_to(decision, knowledge, style), dispatcher)
