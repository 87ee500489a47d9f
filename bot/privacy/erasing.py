"""Erase what is kept of a conversation at its citizen's wish, and keep a receipt that names nobody."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from uuid import UUID

from psycopg.types.json import Jsonb

from bot.privacy.wish import Deed
from office.database import Connection

_EMPTIED = (
    "DELETE FROM bot.turn WHERE conversation = %(id)s",
    "DELETE FROM bot.inbox WHERE conversation = %(id)s AND seq <= %(upto)s",
    "DELETE FROM bot.message WHERE conversation = %(id)s AND (author <> 'citizen' OR seq <= %(upto)s)",
    "DELETE FROM bot.handover WHERE conversation = %(id)s",
    "DELETE FROM bot.consent WHERE conversation = %(id)s",
    "DELETE FROM procrastinate_jobs WHERE lock = %(lock)s AND status NOT IN ('todo', 'doing')",
    "UPDATE bot.conversation SET slots = '{}', failures = 0, created_at = now(), state ="
    " CASE WHEN state = 'waiting' THEN 'bot' ELSE state END WHERE id = %(id)s",
)


async def empty(connection: Connection, conversation: UUID, upto: int) -> None:
    """Erase everything of a locked conversation up to a number; the empty row stays, so that the citizen can be told.

    What was sent after that number is not part of the wish and waits for its answer.
    """
    what = {"id": conversation, "upto": upto, "lock": conversation.hex}
    for statement in _EMPTIED:
        await connection.execute(statement, what)


async def forget_jobs(connection: Connection, conversation: UUID) -> None:
    """Erase what the queue still knows of a conversation that is gone."""
    await connection.execute(
        "DELETE FROM procrastinate_jobs WHERE lock = %s AND status <> 'doing'", [conversation.hex]
    )


async def receipt(connection: Connection, channel: str, deed: Deed, erased: Mapping[str, int]) -> UUID:
    """Put on record that something was erased, by counts; return the random id that only its citizen is told."""
    number = UUID(bytes=secrets.token_bytes(16))
    await connection.execute(
        "INSERT INTO bot.erasure (id, channel, deed, erased) VALUES (%s, %s, %s, %s)",
        [number, channel, deed, Jsonb({table: n for table, n in erased.items() if n})],
    )
    return number
