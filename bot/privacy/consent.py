"""Answers to the notices, each with a receipt: when, to which wording, and when it ended."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from bot.privacy.notice import Notice
from bot.privacy.purpose import Purpose
from office.database import Connection

AGREED = "ARRAY(SELECT purpose FROM bot.consent WHERE conversation = {id} AND agreed AND ended_at IS NULL) AS purposes"
"""SQL: the purposes that a conversation's citizen agrees to now."""


async def answers(connection: Connection, conversation: UUID) -> dict[Purpose, bool]:
    """Return what was answered and stands; a purpose that was never asked for is not in it."""
    cursor = await connection.execute(
        "SELECT purpose, agreed FROM bot.consent WHERE conversation = %s AND ended_at IS NULL", [conversation]
    )
    return {Purpose(row["purpose"]): row["agreed"] for row in await cursor.fetchall()}


async def answer(
    connection: Connection, conversation: UUID, purpose: Purpose, notice: Notice, *, agreed: bool
) -> int:
    """Put an answer on record, unless it stands already; a no erases at once what was kept for the purpose.

    The conversation must be locked. Returns how many turns were kept for this purpose and are not any more.
    """
    if (await answers(connection, conversation)).get(purpose) is agreed:
        return 0
    await connection.execute(
        "UPDATE bot.consent SET ended_at = now() WHERE conversation = %s AND purpose = %s AND ended_at IS NULL",
        [conversation, purpose],
    )
    await connection.execute(
        "INSERT INTO bot.consent (conversation, purpose, agreed, notice, notice_digest) VALUES (%s, %s, %s, %s, %s)",
        [conversation, purpose, agreed, notice.version, notice.digest],
    )
    return 0 if agreed else await _forget(connection, conversation, purpose)


async def ask_once(connection: Connection, conversation: UUID, purposes: Iterable[Purpose]) -> bool:
    """Tell whether a text-only channel must ask now, and note that it does; never twice, nor once answered."""
    known = await answers(connection, conversation)
    if all(purpose in known for purpose in purposes):
        return False
    cursor = await connection.execute(
        "UPDATE bot.conversation SET noticed_at = now() WHERE id = %s AND noticed_at IS NULL", [conversation]
    )
    return cursor.rowcount == 1


async def _forget(connection: Connection, conversation: UUID, purpose: Purpose) -> int:
    """Erase what was kept for this purpose only; what another purpose keeps loses this one."""
    cursor = await connection.execute(
        "DELETE FROM bot.turn WHERE conversation = %s AND purposes = ARRAY[%s]", [conversation, purpose]
    )
    erased = cursor.rowcount
    cursor = await connection.execute(
        "UPDATE bot.turn SET purposes = array_remove(purposes, %s) WHERE conversation = %s AND %s = ANY(purposes)",
        [purpose, conversation, purpose],
    )
    if purpose is Purpose.REVIEW:
        await connection.execute(
            "UPDATE bot.message SET text = NULL WHERE conversation = %s AND author = 'citizen'",
            [conversation],
        )
    return erased + cursor.rowcount
