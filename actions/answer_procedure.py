"""Answer what a citizen says: about a procedure from the knowledge base, or beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answering import reply_to
from actions.base import Events, ServiceAction, give
from actions.check_dossier import ActionCheckDossier
from actions.conversation import DOSSIER, Heard
from actions.decision import Answer, Decision, Dossier
from actions.earlier import SLOT, stacked
from actions.former_words import with_former_words
from actions.handover import accepted, is_about_handover, person_reply
from actions.locating import located, with_places, without_places
from actions.matters import matters
from actions.privacy import ASKED, reply_to_erasing
from actions.report import report_reply, reported
from actions.services import Services
from actions.topic import Topic


class ActionAnswerProcedure(ServiceAction):
    """Decide what is meant and say it; a message about two matters gets both in order."""

    def __init__(self, services: Services | None = None) -> None:
        super().__init__(services)
        self._dossier = ActionCheckDossier(self.services)

    def name(self) -> str:
        return "action_answer_procedure"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        slots, events = tracker.current_slot_values(), Events()
        for told in await self._answers(dispatcher, tracker, domain):
            after = slots | {event["name"]: event["value"] for event in told if event["event"] == "slot"}
            switched = [] if any(event.get("name") == SLOT for event in told) else _switch(slots, after)
            events += [*told, *switched]
            slots = after | {event["name"]: event["value"] for event in switched}
        return events

    async def _answers(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[Events]:
        """Say the answer to every matter; return what each remembers."""
        style, knowledge = self.services.style(), self.services.knowledge
        if erasing := reply_to_erasing(tracker, style):
            return [give(erasing, dispatcher)]
        answers: list[Events] = [[SlotSet(ASKED, None)]] if tracker.get_slot(ASKED) else []
        whole = Heard.of(tracker, style.say)
        places = self.services.gazetteer.read(whole.text)
        if only_places := located(whole, places, knowledge, style.say):
            return [*answers, give(reply_to(only_places, knowledge, style), dispatcher)]
        if report := reported(whole, tracker, knowledge, style):
            return [*answers, give(report_reply(report, style), dispatcher)]
        if wish := accepted(whole, tracker, style):
            return [*answers, give(await person_reply(wish, tracker, self.services), dispatcher)]
        for heard in matters(without_places(whole, places, style.say), knowledge, style.say):
            decision = Topic(heard, knowledge, style).decide()
            if isinstance(decision, Dossier):
                found = await self._dossier.run(dispatcher, tracker, domain)
                answers.append([*found, SlotSet("subject", DOSSIER)])
                continue
            if is_about_handover(decision):
                answers.append(give(await person_reply(decision, tracker, self.services), dispatcher))
                continue
            answered = with_places(decision, places, style)
            reply = with_former_words(reply_to(answered, knowledge, style), heard.text, knowledge, style)
            answers.append([*give(reply, dispatcher), *_filing(decision, heard)])
        return answers


def _filing(decision: Decision, heard: Heard) -> Events:
    """Remember who applies and who files: for the procedure that is told, or for the one that is still asked for."""
    said = decision.filing if isinstance(decision, Answer) else heard.filing.over(heard.filing_before)
    return [SlotSet(name, value) for name, value in said.slots().items()]


def _switch(before: Mapping[str, Any], after: Mapping[str, Any]) -> Events:
    """Remember what was talked about before, where it is left for something else."""
    stack = stacked(before, after)
    return [] if stack == before.get(SLOT) else [SlotSet(SLOT, stack)]
