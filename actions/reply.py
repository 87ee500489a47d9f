"""What an action says and remembers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.choices import Choice
from actions.excerpt import excerpt

_TITLE_CHARACTERS = 80


@dataclass(frozen=True)
class Reply:
    """A response by name with its variables, data for the gateway, buttons, and slots to set."""

    response: str
    variables: Mapping[str, str] = field(default_factory=dict)
    custom: Mapping[str, Any] = field(default_factory=dict)
    buttons: Sequence[Mapping[str, Any]] = ()
    slots: Mapping[str, Any] = field(default_factory=dict)

    def message(self) -> dict[str, Any]:
        """Return the arguments of ``CollectingDispatcher.utter_message``."""
        safe = {name: _literal(value) for name, value in self.variables.items()}
        return {
            "response": self.response,
            "json_message": dict(self.custom),
            "buttons": list(self.buttons),
            **safe,
        }


def _literal(value: str) -> str:
    """Part "0[": Rasa takes it, once filled in, for a variable that was not, and drops the whole text."""
    return value.replace("0[", "0 [")


def choice_button(choice: Choice) -> dict[str, Any]:
    """Return the button that stands for a choice; a long title is shortened, the text has it in full."""
    title, _ = excerpt(choice.title, _TITLE_CHARACTERS)
    return {"title": title, "payload": {"intent": "choose", "entities": {"choice": choice.code}}}


def facet_button(title: str, procedure: str, facet: str) -> dict[str, Any]:
    """Return the button that asks for another side of a procedure."""
    return {
        "title": title,
        "payload": {"intent": "choose", "entities": {"choice": procedure, "facet": facet}},
    }
