"""What is said, by number, until the citizen's page has fetched it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from bot.bell import ring
from bot.conversations import next_seq
from bot.reply import Button, Reply
from bot.turn_record import Versions
from office.database import Connection, Database


@dataclass(frozen=True)
class SaidButton:
    """A button as the citizen gets it."""

    id: str
    title: str


@dataclass(frozen=True)
class Said:
    """One message of a conversation; ``details`` holds citations and what the engine understood."""

    seq: int
    author: str
    text: str | None
    outcome: str | None
    interim: bool
    details: Mapping[str, Any]
    buttons: Sequence[SaidButton] = field(default_factory=tuple)


class Outbox:
    """Hands out what has been said."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def after(self, conversation: UUID, seq: int) -> list[Said]:
        """Return the messages after a number, oldest first; answers that were erased are left out."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "SELECT * FROM bot.message WHERE conversation = %s AND seq > %s"
                " AND (author <> 'bot' OR text IS NOT NULL) ORDER BY seq LIMIT 200",
                [conversation, seq],
            )
            return await _fetched(connection, conversation, await cursor.fetchall())

    async def reply_to(self, conversation: UUID, seq: int) -> Said | None:
        """Return the first thing that was said in reply to a message."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "SELECT * FROM bot.message WHERE conversation = %s AND in_reply_to = %s ORDER BY seq LIMIT 1",
                [conversation, seq],
            )
            said = await _fetched(connection, conversation, await cursor.fetchall())
            return said[0] if said else None

    async def button(self, conversation: UUID, button: str) -> Button | None:
        """Return a button of this conversation by its opaque id, or None."""
        try:
            key = UUID(hex=button)
        except ValueError:
            return None
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "SELECT title, payload FROM bot.button WHERE id = %s AND conversation = %s",
                [key, conversation],
            )
            row = await cursor.fetchone()
            return Button(row["title"], row["payload"]) if row else None


async def say(
    connection: Connection,
    conversation: UUID,
    reply: Reply,
    *,
    in_reply_to: int | None = None,
    interim: bool = False,
    dossier_codes: Sequence[str] = (),
    made_by: Versions | None = None,
) -> int:
    """Put a reply where the citizen's page finds it, and ring for it; return its number."""
    seq = await next_seq(connection, conversation)
    await connection.execute(
        "INSERT INTO bot.message (conversation, seq, author, in_reply_to, interim, text, outcome, details)"
        " VALUES (%s, %s, 'bot', %s, %s, %s, %s, %s)",
        [
            conversation,
            seq,
            in_reply_to,
            interim,
            reply.text,
            reply.outcome,
            _details(reply, dossier_codes, made_by),
        ],
    )
    for position, button in enumerate(reply.buttons):
        await connection.execute(
            "INSERT INTO bot.button (id, conversation, seq, position, title, payload)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [_opaque_id(), conversation, seq, position, button.title, Jsonb(dict(button.payload))],
        )
    await ring(connection, conversation)
    return seq


def _details(reply: Reply, dossier_codes: Sequence[str], made_by: Versions | None) -> Jsonb:
    made = asdict(made_by) if made_by else {}
    return Jsonb(
        {
            "parts": list(reply.parts),
            "citations": [asdict(citation) for citation in reply.citations],
            "checklists": list(reply.checklists),
            "dossier_codes": list(dossier_codes),
            **({"privacy": reply.wish.deed} if reply.wish else {}),
            **asdict(reply.understanding),
            **made,
            "snapshot": reply.understanding.snapshot or made.get("snapshot"),
        }
    )


def _opaque_id() -> UUID:
    return UUID(bytes=secrets.token_bytes(16))


async def _fetched(
    connection: Connection, conversation: UUID, rows: Sequence[Mapping[str, Any]]
) -> list[Said]:
    """Return the messages of rows, and note that they were fetched: without consent they go soon after."""
    new = [row["seq"] for row in rows if row["fetched_at"] is None]
    if new:
        await connection.execute(
            "UPDATE bot.message SET fetched_at = now() WHERE conversation = %s AND seq = ANY(%s)",
            [conversation, new],
        )
    return await _said(connection, conversation, rows)


async def _said(connection: Connection, conversation: UUID, rows: Sequence[Mapping[str, Any]]) -> list[Said]:
    cursor = await connection.execute(
        "SELECT id, seq, title FROM bot.button WHERE conversation = %s AND seq = ANY(%s)"
        " ORDER BY seq, position",
        [conversation, [row["seq"] for row in rows]],
    )
    buttons: dict[int, list[SaidButton]] = {}
    for row in await cursor.fetchall():
        buttons.setdefault(row["seq"], []).append(SaidButton(row["id"].hex, row["title"]))
    return [
        Said(
            row["seq"], row["author"], row["text"], row["outcome"], row["interim"], row["details"],
            buttons.get(row["seq"], ()),
        )
        for row in rows
    ]  # fmt: skip
