"""Answers in a row that did not help: after the third a person is offered, once."""

from __future__ import annotations

from dataclasses import replace

from bot.reply import Button, Reply
from office.outcome import Outcome
from office.wording import wording

OFFERED_AT = 3
_MOST = 1000
_FAILED = frozenset(
    {Outcome.UNANSWERABLE_NO_SOURCE, Outcome.UNANSWERABLE_OUT_OF_SCOPE, Outcome.DECLINED_UNREADABLE}
)
_HELPED = frozenset({"answered", "status", "handover"})


def counted(failures: int, outcome: Outcome) -> int:
    """Return the failures in a row after one more turn.

    An answer or a status sets them back. What neither helps nor fails (a question back, a greeting, a fault of
    ours) changes nothing, but that the offer has gone by.
    """
    if outcome in _FAILED:
        return min(failures + 1, _MOST)
    if outcome.family in _HELPED:
        return 0
    return failures if failures < OFFERED_AT else min(failures + 1, _MOST)


def with_offer(reply: Reply) -> Reply:
    """Put the offer of a person under a reply; what it says of itself stays."""
    button = Button(wording("utter_handover_button"), {"intent": "request_human", "entities": {}})
    text = "\n\n".join([reply.text, wording("utter_handover_offer")])
    return replace(reply, text=text, buttons=(*reply.buttons, button))
