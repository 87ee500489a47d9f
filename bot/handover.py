"""The wish for a person in one conversation, in PostgreSQL: asked for, described, ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from office.database import Connection

_LAST_OUTCOMES = 6
_FEWEST_MEASURED, _LAST_MEASURED = 5, 50


@dataclass(frozen=True)
class Wait:
    """How many wait before somebody, and the minutes until then; None where nobody can tell."""

    before: int
    minutes: int | None


async def describe(
    connection: Connection, conversation: UUID, reason: str, lines: Sequence[str], words: str
) -> None:
    """Write why a person is wanted and what an officer should know: lines of ours, the masked words, outcomes."""
    summary = {"lines": list(lines), "words": words, "outcomes": await _outcomes(connection, conversation)}
    await connection.execute(
        "UPDATE bot.handover SET reason = %s, summary = %s WHERE conversation = %s AND ended_at IS NULL",
        [reason, Jsonb(summary), conversation],
    )


async def end(connection: Connection, conversation: UUID) -> None:
    """End the wish of a conversation, if there is one: its summary goes, how long an officer took is noted."""
    cursor = await connection.execute(
        "UPDATE bot.handover SET ended_at = now(), summary = NULL"
        " WHERE conversation = %s AND ended_at IS NULL RETURNING claimed_at, ended_at",
        [conversation],
    )
    ended = await cursor.fetchone()
    if ended and ended["claimed_at"]:
        await connection.execute(
            "INSERT INTO bot.handover_time (ended_on, served_seconds)"
            " VALUES ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, extract(epoch FROM %s - %s)::integer)",
            [ended["ended_at"], ended["claimed_at"]],
        )


async def wait_of(connection: Connection, conversation: UUID, configured_minutes: float) -> Wait:
    """Return the wait of a conversation: who waits before it, times what one takes."""
    cursor = await connection.execute(
        "SELECT count(*) AS n FROM bot.handover AS h JOIN bot.conversation AS c ON c.id = h.conversation"
        " WHERE h.ended_at IS NULL AND c.state = 'waiting' AND (h.requested_at, h.id) <"
        " (SELECT m.requested_at, m.id FROM bot.handover AS m WHERE m.conversation = %s AND m.ended_at IS NULL)",
        [conversation],
    )
    before = await _number(cursor)
    each = await _minutes_each(connection) or configured_minutes
    return Wait(before, max(1, round(before * each)) if each else None)


async def _minutes_each(connection: Connection) -> float:
    """Return the median minutes of the latest handovers; 0 where too few were measured."""
    cursor = await connection.execute(
        "SELECT count(*) AS n, percentile_cont(0.5) WITHIN GROUP (ORDER BY served_seconds) AS median FROM"
        " (SELECT served_seconds FROM bot.handover_time ORDER BY ended_on DESC LIMIT %s) AS latest",
        [_LAST_MEASURED],
    )
    row = await cursor.fetchone()
    assert row is not None
    return float(row["median"]) / 60 if row["n"] >= _FEWEST_MEASURED else 0.0


async def _outcomes(connection: Connection, conversation: UUID) -> list[str]:
    cursor = await connection.execute(
        "SELECT outcome FROM bot.message WHERE conversation = %s AND author = 'bot' AND NOT interim"
        " AND in_reply_to IS NOT NULL ORDER BY seq DESC LIMIT %s",
        [conversation, _LAST_OUTCOMES],
    )
    return [row["outcome"] for row in reversed(await cursor.fetchall())]


async def _number(cursor: Any) -> int:
    row = await cursor.fetchone()
    assert row is not None
    return int(row["n"])
