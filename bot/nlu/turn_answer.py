"""What the gateway gets back: read from the tracker once the turn is over."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import BotUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.nlu.turn_state import Turn

RANKING_LENGTH = 5


def answer(turn: Turn) -> dict[str, Any]:
    """Return messages, slots and parse; a turn in which nothing was said has failed in its action."""
    assert turn.tracker is not None
    messages = [_message(event) for event in turn.tracker.events if isinstance(event, BotUttered)]
    if not messages:
        return failure(turn)
    return {"messages": messages, "slots": turn.remembered(), **_parse(turn.tracker), "failed": None}


def failure(turn: Turn) -> dict[str, Any]:
    """Return the answer of a turn whose action did not come back: the slots are as they were handed in."""
    return {"messages": [], "slots": turn.slots, **_parse(turn.tracker), "failed": "actions"}


def _message(said: BotUttered) -> dict[str, Any]:
    variation = said.metadata.get("metadata") or {}
    return {
        "text": said.text or "",
        "response": said.metadata.get("utter_action"),
        "outcome": variation.get("outcome"),
        "custom": said.data.get("custom") or {},
        "buttons": said.data.get("buttons") or [],
    }


def _parse(tracker: DialogueStateTracker | None) -> dict[str, Any]:
    heard = tracker.latest_message if tracker else None
    parse = (heard.parse_data if heard else None) or {}
    return {
        "intent": _intent(parse.get("intent") or {}, parse.get("intent_ranking") or []),
        "entities": [{"entity": e["entity"], "value": e["value"]} for e in parse.get("entities") or []],
    }


def _intent(intent: dict[str, Any], ranking: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": intent.get("name"),
        "confidence": intent.get("confidence", 0.0),
        "ranking": [{"name": r["name"], "confidence": r["confidence"]} for r in ranking[:RANKING_LENGTH]],
    }
