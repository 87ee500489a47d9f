"""What officers do with those who wait for a person: list, take over, answer, give back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from bot.bell import ring
from bot.conversation import Conversation, State
from bot.conversations import next_seq, read, set_state
from bot.errors import GatewayError
from bot.outbox import say
from bot.reply import Reply
from knowledge_base.vietnamese.characters import clean
from office.database import Connection, Database
from office.wording import outcome, wording

_A_DAY = 86400
_ERASES_WITHIN_SECONDS = 60.0
_LISTED_AT_MOST = 200
_RETURNED = "utter_handover_returned"


class NoHandover(GatewayError):
    """There is none of this number that is still open."""


class NotYours(GatewayError):
    """Another officer has taken it over, or nobody has."""


class Handovers:
    """Each call is a transaction of its own; the state of the conversation decides who may speak."""

    def __init__(self, database: Database, *, days: float) -> None:
        self._database = database
        self._days = days

    async def open_ones(self) -> list[dict[str, Any]]:
        """Return those who wait and those who are being answered, the oldest first."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "SELECT h.id, h.reason, h.summary, h.claimed_by, c.channel, c.state,"
                " extract(epoch FROM now() - h.requested_at)::bigint AS age_seconds"
                " FROM bot.handover AS h JOIN bot.conversation AS c ON c.id = h.conversation"
                " WHERE h.ended_at IS NULL ORDER BY h.requested_at, h.id LIMIT %s",
                [_LISTED_AT_MOST],
            )
            return await cursor.fetchall()

    async def claim(self, number: int, officer: str) -> None:
        """Take a conversation over: from here on the bot is silent. Raises NoHandover, NotYours."""
        async with self._database.transaction() as connection:
            conversation, claimed_by = await _open_one(connection, number)
            if conversation.state is not State.WAITING:
                if claimed_by == officer:
                    return
                raise NotYours
            await set_state(connection, conversation, State.HUMAN)
            await connection.execute(
                "UPDATE bot.handover SET claimed_at = now(), claimed_by = %s WHERE id = %s", [officer, number]
            )
            await ring(connection, conversation.id)

    async def say(self, number: int, officer: str, text: str) -> None:
        """Tell the citizen something as the officer who took it over; raise NoHandover, NotYours."""
        async with self._database.transaction() as connection:
            conversation = await _taken(connection, number, officer)
            seq = await next_seq(connection, conversation.id)
            await connection.execute(
                "INSERT INTO bot.message (conversation, seq, author, text, details)"
                " VALUES (%s, %s, 'officer', %s, %s)",
                [conversation.id, seq, clean(text), Jsonb({})],
            )
            await ring(connection, conversation.id)

    async def give_back(self, number: int, officer: str) -> None:
        """End the handover: the bot answers again, and says so. Raises NoHandover, NotYours."""
        async with self._database.transaction() as connection:
            conversation = await _taken(connection, number, officer)
            await set_state(connection, conversation, State.BOT)
            await say(connection, conversation.id, Reply(wording(_RETURNED), outcome(_RETURNED)))

    async def erase_handover_times(self) -> int:
        """Erase old notes of how long officers took."""
        async with self._database.transaction(seconds=_ERASES_WITHIN_SECONDS) as connection:
            cursor = await connection.execute(
                "DELETE FROM bot.handover_time WHERE ended_on < (now() - make_interval(secs => %s))::date",
                [self._days * _A_DAY],
            )
        return cursor.rowcount


async def _open_one(connection: Connection, number: int) -> tuple[Conversation, str | None]:
    """Return the conversation, locked first as everybody locks it, and who has taken it over."""
    cursor = await connection.execute(
        "SELECT conversation FROM bot.handover WHERE id = %s AND ended_at IS NULL", [number]
    )
    found = await cursor.fetchone()
    if found is None:
        raise NoHandover
    key: UUID = found["conversation"]
    conversation = await read(connection, key, lock=True)
    cursor = await connection.execute(
        "SELECT claimed_by FROM bot.handover WHERE id = %s AND ended_at IS NULL", [number]
    )
    row = await cursor.fetchone()
    if row is None:
        raise NoHandover
    return conversation, row["claimed_by"]


async def _taken(connection: Connection, number: int, officer: str) -> Conversation:
    conversation, claimed_by = await _open_one(connection, number)
    if conversation.state is not State.HUMAN or claimed_by != officer:
        raise NotYours
    return conversation
