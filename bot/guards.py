"""Messages that are answered without the engine, each with a true sentence."""

from __future__ import annotations

import re

from bot.masking.spans import plain
from bot.reply import Reply
from bot.turn import Turn
from office.wording import Fault, outcome, wording

_GREETING = "utter_greeting"
_LANGUAGE = "utter_declined_language"
_READABLE = re.compile(r"[a-z0-9]")


def fault(name: Fault, **variables: object) -> Reply:
    """Return the reply that the office has laid down for a fault."""
    return Reply(wording(name, **variables), outcome(name))


def greeting() -> Reply:
    """Return what a new conversation begins with."""
    return Reply(wording(_GREETING), outcome(_GREETING))


def refuse_dead_button(turn: Turn) -> Reply | None:
    """Answer the press of a button that is not there any more."""
    return fault(Fault.BUTTON_EXPIRED) if turn.received.button and turn.said is None else None


def refuse_empty(turn: Turn) -> Reply | None:
    """Answer a message that holds nothing once blanks and invisible signs are gone."""
    return fault(Fault.MESSAGE_EMPTY) if turn.said is None and not turn.text else None


def refuse_unreadable(turn: Turn) -> Reply | None:
    """Answer a message without a letter or digit that we read, or with nothing but a private number.

    Letters of another script are a language that is not answered in.
    """
    shown = plain(turn.silenced)
    if turn.said is not None or _READABLE.search(shown):
        return None
    if any(map(str.isalpha, shown)):
        return Reply(wording(_LANGUAGE), outcome(_LANGUAGE))
    is_private = _READABLE.search(plain(turn.text))
    return fault(Fault.MESSAGE_PRIVATE if is_private else Fault.MESSAGE_UNREADABLE)
