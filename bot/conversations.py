"""The conversations, in PostgreSQL."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from bot.conversation import Conversation, State, fresh_key, id_of, move
from bot.errors import NoConversation
from bot.handover import end as end_handover
from bot.privacy.consent import AGREED
from bot.privacy.purpose import Purpose
from office.database import Connection, Database

_PURPOSES = AGREED.format(id="c.id")
_READ = f"SELECT *, {_PURPOSES} FROM bot.conversation AS c WHERE id = %s"  # noqa: S608 - constants of ours
_BEGIN = (
    "INSERT INTO bot.conversation AS c (id, channel, channel_key) VALUES (%s, %s, %s)"  # noqa: S608
    f" ON CONFLICT (channel, channel_key) DO UPDATE SET updated_at = now() RETURNING *, {_PURPOSES}"
)


class Conversations:
    """Begins, finds and changes conversations, each call in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, channel: str) -> tuple[Conversation, str]:
        """Begin a conversation; return it with the key of 128 bits that opens it and is told only now."""
        key = fresh_key()
        async with self._database.transaction() as connection:
            return await _insert(connection, id_of(key), channel, None), key

    async def of_key(self, channel: str, *, run: str, key: str) -> Conversation:
        """Return the conversation that a caller knows by ``key`` in this channel and run, old or new."""
        digest = hashlib.sha256("\0".join((run, key)).encode("utf-8", "surrogatepass")).digest()
        async with self._database.transaction() as connection:
            return await _insert(connection, id_of(fresh_key()), channel, digest)

    async def find(self, conversation: UUID) -> Conversation:
        """Return a conversation; raise NoConversation."""
        async with self._database.transaction() as connection:
            return await read(connection, conversation)

    async def move(self, conversation: UUID, to: State) -> None:
        """Change who answers; raise IllegalMove or NoConversation."""
        async with self._database.transaction() as connection:
            found = await read(connection, conversation, lock=True)
            await set_state(connection, found, to)


async def read(connection: Connection, conversation: UUID, *, lock: bool = False) -> Conversation:
    """Return a conversation, locked until the transaction ends if asked; raise NoConversation."""
    cursor = await connection.execute(_READ + " FOR UPDATE" if lock else _READ, [conversation])
    row = await cursor.fetchone()
    if row is None:
        raise NoConversation
    return _conversation(row)


async def set_state(connection: Connection, conversation: Conversation, to: State) -> None:
    """Move a locked conversation; a wish for a person is put on record until it is dropped or done."""
    state = move(conversation.state, to)
    await connection.execute("UPDATE bot.conversation SET state = %s WHERE id = %s", [state, conversation.id])
    if state is State.WAITING:
        await connection.execute(
            "INSERT INTO bot.handover (conversation) VALUES (%s) ON CONFLICT DO NOTHING", [conversation.id]
        )
    if state in (State.BOT, State.CLOSED):
        await end_handover(connection, conversation.id)


async def set_slots(connection: Connection, conversation: UUID, slots: dict[str, Any]) -> None:
    """Keep what the engine wants handed in with the next turn."""
    await connection.execute(
        "UPDATE bot.conversation SET slots = %s, updated_at = now() WHERE id = %s",
        [Jsonb(slots), conversation],
    )


async def set_failures(connection: Connection, conversation: UUID, failures: int) -> None:
    """Keep how many answers in a row did not help."""
    await connection.execute(
        "UPDATE bot.conversation SET failures = %s WHERE id = %s", [failures, conversation]
    )


async def next_seq(connection: Connection, conversation: UUID) -> int:
    """Return the next number of a conversation; locks it until the transaction ends."""
    cursor = await connection.execute(
        "UPDATE bot.conversation SET last_seq = last_seq + 1, updated_at = now()"
        " WHERE id = %s RETURNING last_seq",
        [conversation],
    )
    row = await cursor.fetchone()
    if row is None:
        raise NoConversation
    return int(row["last_seq"])


async def _insert(connection: Connection, new: UUID, channel: str, digest: bytes | None) -> Conversation:
    cursor = await connection.execute(_BEGIN, [new, channel, digest])
    row = await cursor.fetchone()
    assert row is not None
    return _conversation(row)


def _conversation(row: dict[str, Any]) -> Conversation:
    purposes = frozenset(map(Purpose, row["purposes"]))
    return Conversation(
        row["id"], row["channel"], State(row["state"]), purposes, row["slots"], row["failures"]
    )
