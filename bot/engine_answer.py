"""What the engine sends back, read once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.reply import Button, Citation, Reply, Understanding
from office.outcome import Outcome, least_certain

BETWEEN_MESSAGES = "\n\n"

T = TypeVar("T")


class UnreadableAnswer(ValueError):
    """It does not have the agreed shape, or says nothing."""


@dataclass(frozen=True)
class EngineAnswer:
    """A reply and the slots to hand in next time; ``failed`` when the action server gave none."""

    reply: Reply | None
    slots: dict[str, Any]

    @property
    def failed(self) -> bool:
        """Whether there is nothing to say because the action server was silent."""
        return self.reply is None


def read_answer(body: Any) -> EngineAnswer:
    """Read a body of the engine's turn channel; raise UnreadableAnswer."""
    try:
        slots = dict(body["slots"])
        if body["failed"] == "actions":
            return EngineAnswer(None, slots)
        return EngineAnswer(_reply(body), slots)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnreadableAnswer(f"{type(error).__name__} in the engine's answer") from error


def _reply(body: dict[str, Any]) -> Reply:
    said = [message for message in body["messages"] if _text(message)]
    if not said:
        raise UnreadableAnswer("the engine said nothing")
    parts = _parts(said)
    custom = [message.get("custom") or {} for message in said]
    return Reply(
        text=BETWEEN_MESSAGES.join(map(_text, said)),
        outcome=least_certain(parts),
        parts=parts if len(parts) > 1 else (),
        buttons=tuple(_button(button) for message in said for button in message.get("buttons") or ()),
        citations=_once(Citation(**citation) for part in custom for citation in part.get("citations") or ()),
        understanding=Understanding(
            intent=body["intent"]["name"],
            confidence=body["intent"]["confidence"],
            facets=_once(facet for part in custom for facet in part.get("facets") or ()),
            procedures=_once(code for part in custom for code in part.get("procedures") or ()),
        ),
    )


def _text(message: dict[str, Any]) -> str:
    text = str(message.get("text") or "").strip().replace("\0", "")
    return text.encode("utf-8", "replace").decode("utf-8")


def _parts(said: list[dict[str, Any]]) -> tuple[Outcome, ...]:
    parts: list[Outcome] = []
    for message in said:
        named = (message.get("custom") or {}).get("parts") or [message["outcome"]]
        parts += map(Outcome, named)
    return tuple(parts)


def _button(button: dict[str, Any]) -> Button:
    payload = button["payload"]
    return Button(
        str(button["title"]), {"intent": payload["intent"], "entities": payload.get("entities") or {}}
    )


def _once(things: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(things))
