"""Wakes whoever waits for a message of a conversation, in whichever gateway process they wait."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

import psycopg

from office.database import Connection

CHANNEL = "motcua_said"
_LISTENS_AGAIN_SECONDS = 1.0
_LOOKS_ANYWAY_SECONDS = 1.0


async def ring(connection: Connection, conversation: UUID) -> None:
    """Ring for a conversation; heard when the transaction commits."""
    await connection.execute("SELECT pg_notify(%s, %s)", [CHANNEL, conversation.hex])


class Listener:
    """One who waits for a conversation."""

    def __init__(self) -> None:
        self._rang = asyncio.Event()

    def hear(self) -> None:
        """Note that it rang."""
        self._rang.set()

    async def wait(self, at_most: float) -> None:
        """Wait until it has rung since the last wait, or for a while; never longer than a second."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._rang.wait(), min(at_most, _LOOKS_ANYWAY_SECONDS))
        self._rang.clear()


class Bell:
    """Listens on a connection of its own. While that is lost, whoever waits looks every second anyway."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._listeners: dict[str, set[Listener]] = {}

    async def listen(self) -> None:
        """Listen until cancelled, also when the server goes away and comes back."""
        while True:
            with suppress(psycopg.OperationalError):
                await self._listen_once()
            await asyncio.sleep(_LISTENS_AGAIN_SECONDS)

    @contextmanager
    def listening_for(self, conversation: UUID) -> Iterator[Listener]:
        """Hear every ring for a conversation from now on, also one that comes while nobody waits."""
        listener = Listener()
        listeners = self._listeners.setdefault(conversation.hex, set())
        listeners.add(listener)
        try:
            yield listener
        finally:
            listeners.discard(listener)
            if not listeners:
                self._listeners.pop(conversation.hex, None)

    async def _listen_once(self) -> None:
        connection = await psycopg.AsyncConnection.connect(self._dsn, autocommit=True, connect_timeout=2)
        async with connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            async for note in connection.notifies():
                for listener in self._listeners.get(note.payload, ()):
                    listener.hear()
