"""What is kept of a turn: with consent its masked text and its answer, without it one more in a count."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.privacy.purpose import Purpose
from bot.reply import Reply
from bot.turn import Turn
from office.database import Connection
from office.outcome import Outcome


@dataclass(frozen=True)
class Versions:
    """What made an answer: the engine's model, the knowledge snapshot, the settings."""

    model: str
    snapshot: str
    settings: str


async def count(connection: Connection, channel: str, outcome: Outcome) -> None:
    """Add one to the turns of this day, channel and outcome."""
    await connection.execute(
        "INSERT INTO bot.turn_count AS c (day, channel, outcome, n)"
        " VALUES ((now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, %s, %s, 1)"
        " ON CONFLICT (day, channel, outcome) DO UPDATE SET n = c.n + 1",
        [channel, outcome],
    )


async def keep(
    connection: Connection,
    turn: Turn,
    seq: int,
    reply: Reply,
    *,
    purposes: Collection[Purpose],
    latency_ms: int,
    versions: Versions,
) -> None:
    """Keep the masked text of a citizen who agreed to these purposes, with all that explains the answer later."""
    if Purpose.REVIEW in purposes:
        await keep_text(connection, turn, seq)
    understood = reply.understanding
    await connection.execute(
        "INSERT INTO bot.turn (conversation, seq, channel, masked_text, reply, outcome, parts, intent,"
        " confidence, facets, procedures, dossier_codes, latency_ms, model, snapshot, settings, purposes)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [
            turn.conversation.id, seq, turn.conversation.channel, turn.masked, reply.text, reply.outcome,
            list(reply.parts), understood.intent, understood.confidence, list(understood.facets),
            list(understood.procedures), list(map(str, turn.codes)), latency_ms,
            versions.model, understood.snapshot or versions.snapshot, versions.settings, sorted(purposes),
        ],
    )  # fmt: skip


async def keep_text(connection: Connection, turn: Turn, seq: int) -> None:
    """Keep the masked text beside the conversation's other messages."""
    await connection.execute(
        "UPDATE bot.message SET text = %s WHERE conversation = %s AND seq = %s",
        [turn.masked, turn.conversation.id, seq],
    )
