"""What runs beside the turns: late answers are admitted, dead workers missed, old texts erased."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from procrastinate.exceptions import ProcrastinateException

from bot.guards import fault
from bot.outbox import say
from bot.queue import TurnQueue
from office.database import Database, DatabaseUnavailable
from office.settings import Settings
from office.wording import Fault

Erasing = Callable[[], Awaitable[int]]
"""What erases rows of others that are old and returns how many."""

_OFTEN_SECONDS = 0.5
_SELDOM_SECONDS = 20.0
_DAY = 86400
_ERASED_WITHIN_SECONDS = 60.0

log = logging.getLogger(__name__)


class Housekeeping:
    """Does its rounds until cancelled; several gateways may do them at once."""

    def __init__(self, database: Database, queue: TurnQueue, settings: Settings, *erasing: Erasing) -> None:
        self._database = database
        self._queue = queue
        self._erasing = erasing
        self._late = settings.interim_seconds
        self._raw = settings.raw_text_minutes * 60
        self._fetched = settings.fetched_text_minutes * 60
        self._idle = (
            settings.transcript_days * _DAY,
            settings.handover_days * _DAY,
            settings.idle_conversation_hours * 3600,
        )

    async def often(self) -> None:
        """Miss dead workers and admit late answers, for ever."""
        await _forever(_OFTEN_SECONDS, self._queue.revive, self.admit_lateness)

    async def seldom(self) -> None:
        """Erase what is old, for ever."""
        await _forever(
            _SELDOM_SECONDS,
            self.erase_texts,
            self.erase_answers,
            self.erase_conversations,
            self.erase_jobs,
            *self._erasing,
        )

    async def admit_lateness(self) -> int:
        """Tell those who have waited too long that the answer is still coming; once a message."""
        async with self._database.transaction() as connection:
            cursor = await connection.execute(
                "UPDATE bot.inbox SET interim_at = now() WHERE answered_at IS NULL AND interim_at IS NULL"
                " AND received_at < now() - make_interval(secs => %s) AND conversation IN"
                " (SELECT id FROM bot.conversation WHERE state IN ('bot', 'waiting'))"
                " RETURNING conversation, seq",
                [self._late],
            )
            late = await cursor.fetchall()
            for row in late:
                reply = fault(Fault.STILL_WORKING)
                await say(connection, row["conversation"], reply, in_reply_to=row["seq"], interim=True)
        return len(late)

    async def erase_texts(self) -> int:
        """Erase what has waited for its answer too long to be kept; the answer will admit it."""
        async with self._database.transaction(seconds=_ERASED_WITHIN_SECONDS) as connection:
            cursor = await connection.execute(
                "UPDATE bot.inbox SET sealed = NULL WHERE sealed IS NOT NULL"
                " AND received_at < now() - make_interval(secs => %s)",
                [self._raw],
            )
        return cursor.rowcount

    async def erase_answers(self) -> int:
        """Erase answers that the citizen's page has fetched and nobody agreed to keep."""
        async with self._database.transaction(seconds=_ERASED_WITHIN_SECONDS) as connection:
            cursor = await connection.execute(
                "UPDATE bot.message AS m SET text = NULL, details = '{}' FROM bot.conversation AS c"
                " WHERE c.id = m.conversation AND NOT bot.agrees(c.id, 'review')"
                " AND m.author = 'bot' AND m.text IS NOT NULL"
                " AND m.fetched_at < now() - make_interval(secs => %s)",
                [self._fetched],
            )
        return cursor.rowcount

    async def erase_conversations(self) -> int:
        """Erase conversations in which nobody has spoken for long; how long depends on what was agreed."""
        async with self._database.transaction(seconds=_ERASED_WITHIN_SECONDS) as connection:
            cursor = await connection.execute(
                "DELETE FROM bot.conversation WHERE updated_at < now() - make_interval(secs =>"
                " CASE WHEN bot.agrees(id) THEN %s WHEN state IN ('waiting', 'human') THEN %s ELSE %s END)",
                self._idle,
            )
        return cursor.rowcount

    async def erase_jobs(self) -> int:
        """Erase jobs that failed for good, once their conversation is gone."""
        async with self._database.transaction(seconds=_ERASED_WITHIN_SECONDS) as connection:
            cursor = await connection.execute(
                "DELETE FROM procrastinate_jobs AS j WHERE status NOT IN ('todo', 'doing') AND NOT EXISTS"
                " (SELECT FROM bot.conversation AS c WHERE replace(c.id::text, '-', '') = j.lock)"
            )
        return cursor.rowcount


async def _forever(pause: float, *deeds: Callable[[], Awaitable[int]]) -> None:
    while True:
        for deed in deeds:
            await _try(deed)
        await asyncio.sleep(pause)


async def _try(deed: Callable[[], Awaitable[int]]) -> None:
    try:
        done = await deed()
    except (DatabaseUnavailable, ProcrastinateException) as error:
        log.info("no housekeeping without a database", extra={"cause": type(error).__name__})
        return
    except Exception:
        log.exception("housekeeping failed")
        return
    if done:
        log.info("housekeeping", extra={"deed": getattr(deed, "__name__", "?"), "n": done})
