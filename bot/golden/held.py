"""Holding golden conversations with a running assistant."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.golden.conversation import Conversation, Turn
from bot.golden.expectations import Memory, Miss, missed

Ask = Callable[[str], Awaitable[dict[str, Any]]]
"""Says a text in one conversation and returns the answer's object."""


@dataclass(frozen=True)
class HeldTurn:
    """A turn with what came and how that differs from what is written."""

    turn: Turn
    answer: dict[str, Any]
    misses: tuple[Miss, ...]


@dataclass(frozen=True)
class Held:
    """A conversation as it went, to its end, whatever was missed on the way."""

    conversation: Conversation
    turns: tuple[HeldTurn, ...]

    @property
    def is_as_written(self) -> bool:
        """Whether every turn is."""
        return not any(turn.misses for turn in self.turns)


async def hold(conversation: Conversation, ask: Ask) -> Held:
    """Say every turn and check every answer; what ``ask`` raises is passed on."""
    memory, turns = Memory(), list[HeldTurn]()
    for turn in conversation.turns:
        answer = await ask(turn.said)
        turns.append(HeldTurn(turn, answer, tuple(missed(turn, answer, memory))))
    return Held(conversation, tuple(turns))


def meddling(conversation: Conversation) -> str:
    """Return why a conversation is not held with an assistant that may serve others; "" where it can be."""
    meddles = any(turn.meddles for turn in conversation.turns)
    return "it restarts a part or lets days go by; the tests hold it" if meddles else ""


def lines_missed(held: Sequence[Held]) -> list[str]:
    """Return one line for each miss: file, line of the turn, what was said, what was wanted and came."""
    return [
        f"{one.conversation.file}:{turn.turn.line}: {turn.turn.said[:80]!r}: {_short(miss)}"
        for one in held
        for turn in one.turns
        for miss in turn.misses
    ]


def _short(miss: Miss) -> str:
    text = " ".join(str(miss).split())
    return text if len(text) <= 200 else f"{text[:199]}…"
