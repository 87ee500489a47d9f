"""What the engine sends back, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from bot.checklists import Sheet
from bot.privacy.wish import Wish
from bot.reply import Button, Citation, Deed, Reply, Understanding
from office.outcome import Outcome, least_certain

_UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINK = re.compile(r"https://[a-z0-9.-]{1,200}(?::\d{1,5})?(?:/[\w./?=&%#~+-]{0,1000})?", re.ASCII)
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
        text=BETWEEN_MESSAGES.join(_text(message) for message in said if not _wish(message)),
        wish=next((wish for message in said if (wish := _wish(message))), None),
        outcome=least_certain(parts),
        parts=parts if len(parts) > 1 else (),
        buttons=tuple(_button(button) for message in said for button in message.get("buttons") or ()),
        citations=_once(_citation(citation) for part in custom for citation in part.get("citations") or ()),
        checklists=_once(_address(part["checklist"]) for part in custom if part.get("checklist")),
        deeds=tuple(_deed(part["deed"]) for part in custom if part.get("deed")),
        understanding=Understanding(
            intent=body["intent"]["name"],
            confidence=body["intent"]["confidence"],
            facets=_once(facet for part in custom for facet in part.get("facets") or ()),
            procedures=_once(code for part in custom for code in part.get("procedures") or ()),
            snapshot=next((str(part["snapshot"]) for part in custom if part.get("snapshot")), None),
        ),
    )


def _text(message: dict[str, Any]) -> str:
    text = _UNSEEN.sub("", str(message.get("text") or "")).strip()
    return text.encode("utf-8", "replace").decode("utf-8")


def _wish(message: dict[str, Any]) -> Wish | None:
    named = (message.get("custom") or {}).get("privacy")
    return Wish.read(named) if named else None


def _citation(citation: dict[str, Any]) -> Citation:
    """Return a citation; a link of another shape than a page on the web is left out."""
    url = str(citation.get("url") or "")
    return replace(Citation(**citation), url=url if _LINK.fullmatch(url) else "")


def _address(asked: dict[str, Any]) -> str:
    proxy = asked["proxy"]
    return Sheet(str(asked["code"]), int(asked["case"]), None if proxy is None else bool(proxy)).path()


def _deed(deed: dict[str, Any]) -> Deed:
    return Deed(
        str(deed["name"]), str(deed.get("reason") or "wish"), tuple(map(str, deed.get("summary") or ()))
    )


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
