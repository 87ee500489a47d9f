"""The conversations, in PostgreSQL."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from bot.conversation import Conversation, State, fresh_key, id_of, move
from bot.errors import NoConversation
from bot.handover import end as end_handover
from office.database import Connection, Database


class Conversations:
    """Begins, finds, changes and erases conversations, each call in a transaction of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, channel: str, *, keep_transcript: bool = False) -> tuple[Conversation, str]:
        """Begin a conversation; return it with the key of 128 bits that opens it and is told only now."""
        key = fresh_key()
        async with self._database.transaction() as connection:
            return await _insert(connection, id_of(key), channel, None, keep_transcript), key

    async def of_key(self, channel: str, *, run: str, key: str, keep_transcript: bool) -> Conversation:
        """Return the conversation that a caller knows by ``key`` in this channel and run, old or new."""
        digest = hashlib.sha256("\0".join((run, key)).encode("utf-8", "surrogatepass")).digest()
        async with self._database.transaction() as connection:
            found = await _insert(connection, id_of(fresh_key()), channel, digest, keep_transcript)
            if not keep_transcript:
                await _forget_transcript(connection, found.id)
            return found

    async def find(self, conversation: UUID) -> Conversation:
        """Return a conversation; raise NoConversation."""
        async with self._database.transaction() as connection:
            return await read(connection, conversation)

    async def set_consent(self, conversation: UUID, *, keep_transcript: bool) -> None:
        """Note what the citizen agreed to; what was kept is erased when the consent is withdrawn."""
        async with self._database.transaction() as connection:
            found = await read(connection, conversation, lock=True)
            await connection.execute(
                "UPDATE bot.conversation SET keep_transcript = %s WHERE id = %s",
                [keep_transcript, conversation],
            )
            if found.keep_transcript and not keep_transcript:
                await _forget_transcript(connection, conversation)

    async def erase(self, conversation: UUID) -> None:
        """Erase a conversation with all that hangs on it; raise NoConversation."""
        async with self._database.transaction() as connection:
            await read(connection, conversation, lock=True)
            await connection.execute("DELETE FROM bot.conversation WHERE id = %s", [conversation])

    async def move(self, conversation: UUID, to: State) -> None:
        """Change who answers; raise IllegalMove or NoConversation."""
        async with self._database.transaction() as connection:
            found = await read(connection, conversation, lock=True)
            await set_state(connection, found, to)


async def read(connection: Connection, conversation: UUID, *, lock: bool = False) -> Conversation:
    """Return a conversation, locked until the transaction ends if asked; raise NoConversation."""
    query = "SELECT * FROM bot.conversation WHERE id = %s"
    cursor = await connection.execute(query + " FOR UPDATE" if lock else query, [conversation])
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


async def _insert(
    connection: Connection, new: UUID, channel: str, digest: bytes | None, keep: bool
) -> Conversation:
    cursor = await connection.execute(
        "INSERT INTO bot.conversation (id, channel, channel_key, keep_transcript) VALUES (%s, %s, %s, %s)"
        " ON CONFLICT (channel, channel_key)"
        " DO UPDATE SET keep_transcript = EXCLUDED.keep_transcript, updated_at = now()"
        " RETURNING *",
        [new, channel, digest, keep],
    )
    row = await cursor.fetchone()
    assert row is not None
    return _conversation(row)


async def _forget_transcript(connection: Connection, conversation: UUID) -> None:
    await connection.execute("DELETE FROM bot.turn WHERE conversation = %s", [conversation])
    await connection.execute(
        "UPDATE bot.message SET text = NULL WHERE conversation = %s AND author = 'citizen'", [conversation]
    )


def _conversation(row: dict[str, Any]) -> Conversation:
    return Conversation(
        row["id"], row["channel"], State(row["state"]), row["keep_transcript"], row["slots"], row["failures"]
    )
