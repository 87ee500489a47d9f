"""The shape in which the gateway asks for a turn."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any


class BadTurn(ValueError):
    """The request is no turn; its message says why, without repeating what it holds."""


@dataclass(frozen=True)
class Payload:
    """A deed that a button or the gateway itself stands for; never read from a text."""

    intent: str
    entities: dict[str, Any] = field(default_factory=dict)

    def parse_data(self) -> dict[str, Any]:
        """Return the parse that Rasa would have made of it."""
        intent = {"name": self.intent, "confidence": 1.0}
        entities = [{"entity": name, "value": value} for name, value in self.entities.items()]
        return {"text": "", "intent": intent, "intent_ranking": [intent], "entities": entities}


@dataclass(frozen=True)
class TurnRequest:
    """One turn: who speaks, what is said (a text or a payload), what the conversation remembers."""

    conversation: str
    text: str | None
    payload: Payload | None
    slots: dict[str, Any]

    @classmethod
    def parse(cls, body: bytes, *, intents: Collection[str]) -> TurnRequest:
        """Read a body; raise BadTurn unless it is JSON of the agreed shape and names one of ``intents``."""
        asked = _object(_json(body), "body")
        conversation = asked.get("conversation")
        if not isinstance(conversation, str) or not conversation:
            raise BadTurn("conversation must be a non-empty string")
        if ("text" in asked) == ("payload" in asked):
            raise BadTurn("a turn has either text or payload")
        payload = _payload(asked["payload"], intents) if "payload" in asked else None
        text = None if payload else _text(asked["text"])
        return cls(conversation, text, payload, _object(asked.get("slots", {}), "slots"))


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadTurn("body must be JSON") from error


def _object(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadTurn(f"{name} must be an object")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadTurn("text must be a string")
    return value


def _payload(value: Any, intents: Collection[str]) -> Payload:
    asked = _object(value, "payload")
    intent = asked.get("intent")
    if not isinstance(intent, str) or intent not in intents:
        raise BadTurn("payload.intent must be an intent of the domain")
    return Payload(intent, _object(asked.get("entities", {}), "payload.entities"))
