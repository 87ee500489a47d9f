"""A conversation with one citizen over one channel, and who answers in it."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from bot.privacy.purpose import Purpose


class State(StrEnum):
    """Who answers now."""

    BOT = "bot"
    WAITING = "waiting"  # a person was asked for; until one comes the bot goes on answering
    HUMAN = "human"  # an officer answers; the bot is silent
    CLOSED = "closed"


_MOVES: Mapping[State, frozenset[State]] = {
    State.BOT: frozenset({State.WAITING, State.HUMAN, State.CLOSED}),
    State.WAITING: frozenset({State.BOT, State.HUMAN, State.CLOSED}),
    State.HUMAN: frozenset({State.BOT, State.CLOSED}),
    State.CLOSED: frozenset(),
}


class IllegalMove(ValueError):
    """The conversation cannot go from where it is to where it was sent."""


_LOCAL_CHANNELS = frozenset({"cli", "replay"})


def move(current: State, to: State) -> State:
    """Return the new state; staying is always legal. Raises IllegalMove."""
    if to != current and to not in _MOVES[current]:
        raise IllegalMove(f"{current} -> {to}")
    return to


@dataclass(frozen=True)
class Conversation:
    """What the gateway remembers between two turns. ``slots`` belong to the engine and are only handed on.

    ``purposes`` are what the citizen agrees to keep masked turns for.
    ``failures``: answers in a row that did not help.
    """

    id: UUID
    channel: str
    state: State = State.BOT
    purposes: frozenset[Purpose] = frozenset()
    slots: Mapping[str, Any] = field(default_factory=dict)
    failures: int = 0

    @property
    def name(self) -> str:
        """What engine and intake know this conversation by; it opens nothing."""
        return self.id.hex

    @property
    def keep_transcript(self) -> bool:
        """Whether the masked transcript is kept for review."""
        return Purpose.REVIEW in self.purposes

    @property
    def is_local(self) -> bool:
        """Whether it is held on this machine, by who has its secret, and not from an address."""
        return self.channel in _LOCAL_CHANNELS


def fresh_key() -> str:
    """Return a new key: 32 hexadecimal digits, the citizen's right to a conversation, stored nowhere here."""
    return secrets.token_hex(16)


def id_of(key: str) -> UUID:
    """Return the id of the conversation that a key opens: half of its SHA-256, so that no id opens anything."""
    return UUID(bytes=hashlib.sha256(bytes.fromhex(key)).digest()[:16])
