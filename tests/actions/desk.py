"""Run actions as the engine would, and read what a citizen would read."""

import asyncio
import json
from dataclasses import dataclass
from datetime import date

import httpx
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_procedure import ActionAnswerProcedure
from actions.intake import IntakeClient
from actions.phrases import Phrases
from actions.services import Knowledge, Services
from knowledge_base.search.result import SearchResult
from knowledge_base.snapshot import Snapshot
from office.settings import Settings
from office.wording import find
from tests.actions.made_up import PROCEDURES

TODAY = date(2026, 7, 20)


@dataclass
class Said:
    """What came back: the text as the engine fills it in, the response's name and outcome, data, slots."""

    text: str
    response: str
    outcome: str
    custom: dict
    buttons: list
    slots: dict


def no_intake(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no intake here", request=request)


class NoSearch:
    """Finds nothing."""

    def find(self, query, *, limit=10):
        return SearchResult("none", ())


def services(*procedures, intake=no_intake, search=None):
    known = {procedure.code: procedure for procedure in procedures or PROCEDURES}
    http = httpx.AsyncClient(base_url="http://intake", transport=httpx.MockTransport(intake))
    snapshot = Snapshot("test", known)
    knowledge = Knowledge(snapshot, search or NoSearch())
    return Services(knowledge, IntakeClient(http), Phrases.load(), Settings(), today=lambda: TODAY)


def style():
    return services().style()


def run(action, text="", intent="ask_procedure", entities=(), slots=None, confidence=1.0) -> Said:
    parse = {
        "text": text,
        "intent": {"name": intent, "confidence": confidence},
        "entities": [{"entity": name, "value": value} for name, value in entities],
    }
    tracker = Tracker("citizen", dict(slots or {}), parse, [], False, None, {}, None)
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action.run(dispatcher, tracker, {}))
    (message,) = dispatcher.messages
    json.dumps(message)  # it must travel
    wording = find(message["response"])
    changed = {event["name"]: event["value"] for event in events}
    return Said(
        wording.text.format_map(message),
        message["response"],
        wording.outcome.value,
        message["custom"],
        message["buttons"],
        {**(slots or {}), **changed},
    )


class Citizen:
    """Asks about procedures, turn after turn; the slots go round as with the engine."""

    def __init__(self, *procedures, search=None):
        self._action = ActionAnswerProcedure(services(*procedures, search=search))
        self.slots = {}

    def asks(self, text, intent="ask_procedure", confidence=1.0, **entities) -> Said:
        said = run(self._action, text, intent, entities.items(), self.slots, confidence)
        self.slots = said.slots
        return said

    def presses(self, choice, **more) -> Said:
        return self.asks("", "choose", choice=choice, **more)
