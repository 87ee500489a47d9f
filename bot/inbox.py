"""What citizens sent and nobody has answered yet, in PostgreSQL."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.conversation import Conversation, State
from bot.conversations import next_seq, read
from bot.errors import ConversationClosed, QueueFull, TooMany
from bot.received import Received, Seal, Unreadable
from office.database import Connection, Database

Enqueue = Callable[[Connection, int, UUID], Awaitable[None]]

_IN_ONE_CONVERSATION = 20


@dataclass(frozen=True)
class Waiting:
    """One unanswered message. ``received`` is None once its text had to be erased."""

    id: int
    conversation: Conversation
    seq: int
    received: Received | None
    waited_seconds: float


class Inbox:
    """Takes messages in: row and job are committed together, so none is lost and none answered twice."""

    def __init__(
        self, database: Database, seal: Seal, enqueue: Enqueue, *, longest_queue: int, one_client: int
    ) -> None:
        self._database = database
        self._seal = seal
        self._enqueue = enqueue
        self._longest_queue = longest_queue
        self._one_client = one_client

    async def accept(self, conversation: UUID, client_id: UUID, received: Received) -> int:
        """Return the message's number; the same one when the same message is sent again.

        Raises NoConversation, ConversationClosed, TooMany or QueueFull.
        """
        client = self._seal.tag(received.client)
        async with self._database.transaction() as connection:
            state = (await read(connection, conversation, lock=True)).state
            known = await _seq_of(connection, conversation, client_id)
            if known is not None:
                return known
            if state is State.CLOSED:
                raise ConversationClosed
            await self._check_room(connection, conversation, client)
            seq = await next_seq(connection, conversation)
            sealed = self._seal.close(received)
            row = await _insert(connection, conversation, client_id, seq, sealed, client)
            await self._enqueue(connection, row, conversation)
            return seq

    async def open(self, row: int) -> Waiting | None:
        """Return an unanswered message, or None when it is answered or erased with its conversation."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "SELECT *, extract(epoch FROM now() - received_at)::float8 AS waited FROM bot.inbox"
                " WHERE id = %s AND answered_at IS NULL",
                [row],
            )
            found = await cursor.fetchone()
            if found is None:
                return None
            conversation = await read(connection, found["conversation"])
            return Waiting(row, conversation, found["seq"], self._unseal(found["sealed"]), found["waited"])

    async def is_waiting(self, conversation: UUID) -> bool:
        """Whether anything of this conversation is still unanswered."""
        async with self._database.transaction() as connection:
            return await _count(connection, 1, conversation=conversation) > 0

    def _unseal(self, sealed: bytes | None) -> Received | None:
        try:
            return self._seal.open(sealed) if sealed else None
        except Unreadable:
            return None

    async def _check_room(self, connection: Connection, conversation: UUID, client: bytes) -> None:
        if await _count(connection, self._longest_queue) >= self._longest_queue:
            raise QueueFull
        if await _count(connection, _IN_ONE_CONVERSATION, conversation=conversation) >= _IN_ONE_CONVERSATION:
            raise QueueFull
        if await _count(connection, self._one_client, client=client) >= self._one_client:
            raise TooMany


async def settle(connection: Connection, row: int) -> bool:
    """Note that a message is answered and erase its text; False when that has been done before."""
    cursor = await connection.execute(
        "UPDATE bot.inbox SET sealed = NULL, client = NULL, answered_at = now()"
        " WHERE id = %s AND answered_at IS NULL",
        [row],
    )
    return cursor.rowcount == 1


async def _seq_of(connection: Connection, conversation: UUID, client_id: UUID) -> int | None:
    cursor = await connection.execute(
        "SELECT seq FROM bot.inbox WHERE conversation = %s AND client_id = %s", [conversation, client_id]
    )
    row = await cursor.fetchone()
    return row["seq"] if row else None


async def _insert(
    connection: Connection, conversation: UUID, client_id: UUID, seq: int, sealed: bytes, client: bytes
) -> int:
    await connection.execute(
        "INSERT INTO bot.message (conversation, seq, author) VALUES (%s, %s, 'citizen')", [conversation, seq]
    )
    cursor = await connection.execute(
        "INSERT INTO bot.inbox (conversation, client_id, seq, sealed, client) VALUES (%s, %s, %s, %s, %s)"
        " RETURNING id",
        [conversation, client_id, seq, sealed, client],
    )
    row = await cursor.fetchone()
    assert row is not None
    return int(row["id"])


async def _count(
    connection: Connection, at_most: int, *, conversation: UUID | None = None, client: bytes | None = None
) -> int:
    """Count unanswered messages of one conversation, of one client, or of all, no further than asked."""
    where: dict[str, Any] = {"conversation": conversation, "client": client, "at_most": at_most}
    cursor = await connection.execute(
        "SELECT count(*) AS n FROM (SELECT FROM bot.inbox WHERE answered_at IS NULL"
        " AND (%(conversation)s::uuid IS NULL OR conversation = %(conversation)s)"
        " AND (%(client)s::bytea IS NULL OR client = %(client)s) LIMIT %(at_most)s) AS unanswered",
        where,
    )
    row = await cursor.fetchone()
    assert row is not None
    return int(row["n"])
