"""Talks that need a certain part of the assistant."""

from __future__ import annotations

from tests.world.faulty_stack import FaultyStack, FaultyTalk

QUESTION = "tách thửa đất cần giấy tờ gì"
CODE, KEY = "H26.19-250701-0012", "M3PD-7RWE"
PATIENCE_SECONDS = 10.0


def needs(stack: FaultyStack, part: str) -> tuple[FaultyTalk, str]:
    """Begin a conversation whose next message needs the part; return it with that message."""
    talk = stack.begin()
    if part != "intake":
        return talk, QUESTION
    talk.ask(CODE, within=PATIENCE_SECONDS)
    return talk, KEY


def is_well(stack: FaultyStack, part: str) -> bool:
    """Whether such a message is answered as it should."""
    try:
        talk, text = needs(stack, part)
        heard, _ = talk.ask(text, within=PATIENCE_SECONDS)
    except (KeyError, ValueError, OSError):
        return False
    return heard["outcome"] in ("answered", "status_shown")
