"""What is said to people, read from the files that maintainers edit.

The engine fills most responses itself; this is for whoever must speak when it cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from office.outcome import Outcome
from office.settings import ROOT, settings

RESPONSES = ROOT / "nlu_data" / "domain" / "responses"


class Fault(StrEnum):
    """What the gateway says by itself: a turn that never reached the engine, or never came back."""

    ENGINE_DOWN = "utter_engine_down"
    ACTIONS_DOWN = "utter_actions_down"
    INTAKE_UNAVAILABLE = "utter_intake_unavailable"
    OVERLOADED = "utter_overloaded"
    STILL_WORKING = "utter_still_working"
    MESSAGE_TOO_LONG = "utter_message_too_long"
    MESSAGE_EMPTY = "utter_message_empty"
    MESSAGE_PRIVATE = "utter_message_private"
    MESSAGE_UNREADABLE = "utter_message_unreadable"
    MESSAGE_UNSUPPORTED = "utter_message_unsupported"
    BUTTON_EXPIRED = "utter_button_expired"
    CONVERSATION_CLOSED = "utter_conversation_closed"


class UnknownWording(LookupError):
    """No response file holds a response of this name."""


@dataclass(frozen=True)
class Wording:
    """A response: its text with ``{variables}``, and how a turn that ends with it is counted."""

    text: str
    outcome: Outcome


def wording(name: str, /, **variables: object) -> str:
    """Return the text of a response with its variables filled in; hotline and portal are always known.

    Raises UnknownWording, or KeyError for a variable that the text wants and nobody gave.
    """
    known = {"hotline": settings().hotline, "portal_url": settings().portal_url, **variables}
    return find(name).text.format_map({key: _written(value) for key, value in known.items()})


def _written(value: object) -> object:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


def outcome(name: str) -> Outcome:
    """Return how a turn that ends with this response is counted."""
    return find(name).outcome


def find(name: str) -> Wording:
    """Return a response as it is written; raise UnknownWording."""
    try:
        return wordings()[str(name)]
    except KeyError as error:
        raise UnknownWording(name) from error


@lru_cache(maxsize=1)
def wordings() -> dict[str, Wording]:
    """Read every response of the project once."""
    return read_wordings(RESPONSES)


def read_wordings(folder: Path) -> dict[str, Wording]:
    """Read the response files of a folder; the first variation of each response counts."""
    files = sorted(folder.glob("*.yml"))
    entries: dict[str, Any] = {}
    for file in files:
        entries |= yaml.safe_load(file.read_text("utf-8"))["responses"]
    return {name: _wording(variations[0]) for name, variations in entries.items()}


def _wording(variation: dict[str, Any]) -> Wording:
    return Wording(variation["text"], Outcome(variation["metadata"]["outcome"]))
