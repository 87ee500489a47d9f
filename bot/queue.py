"""The queue: ids only, one conversation in order, several side by side; it survives a lost database."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from uuid import UUID

import procrastinate
from procrastinate.exceptions import ConnectorException
from procrastinate.worker import Worker
from psycopg import Error as DatabaseError

from office.database import Connection

QUEUE = "turns"
HEARTBEAT_SECONDS = 1.0
STALLED_SECONDS = 3.0
_POLL_SECONDS = 0.1  # the next job of a conversation is only found by looking, once the one before is done
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 2.0
_TRIES = 5

Handler = Callable[[int], Awaitable[None]]

log = logging.getLogger(__name__)


class TurnQueue:
    """Enqueues turns inside a caller's transaction and works them off.

    A worker that dies is missed after three seconds (``revive``) and its jobs are taken again: the handler
    must not mind being called twice for one id.
    """

    def __init__(self, dsn: str, *, at_once: int) -> None:
        self._at_once = at_once
        self._handler: Handler | None = None
        self._worker: Worker | None = None
        self._is_stopping = False
        self._at_rest = asyncio.Event()
        self._at_rest.set()
        connector = procrastinate.PsycopgConnector(
            conninfo=dsn,
            min_size=1,
            max_size=at_once + 2,
            timeout=2.0,
            reconnect_timeout=1.5,
            kwargs={"connect_timeout": 2, "tcp_user_timeout": 5000, "application_name": "motcua-queue"},
        )
        self._app = procrastinate.App(connector=connector)
        retry = procrastinate.RetryStrategy(max_attempts=_TRIES, wait=1)
        self._task = self._app.task(name="turn", queue=QUEUE, retry=retry)(self._turn)

    def hand_to(self, handler: Handler) -> None:
        """Say who answers; must be called before ``work``."""
        self._handler = handler

    async def enqueue(self, connection: Connection, row: int, conversation: UUID) -> None:
        """Add a job that becomes visible when the caller's transaction is committed."""
        await self._task.configure(lock=conversation.hex, connection=connection).defer_async(row=row)

    async def work(self) -> None:
        """Work until stopped; begins again, a little later each time, when the database was lost."""
        pause = _FIRST_PAUSE
        while not self._is_stopping:
            began = time.monotonic()
            try:
                await self._work_once()
            except (ConnectorException, DatabaseError, OSError) as error:
                log.warning("queue lost its database", extra={"cause": type(error).__name__})
            if time.monotonic() - began > 2 * _LONGEST_PAUSE:
                pause = _FIRST_PAUSE
            await asyncio.sleep(pause)
            pause = min(_LONGEST_PAUSE, pause * 2)

    async def finish(self, within: float) -> None:
        """Take no more turns, let those under way end, and the worker after them, as long as it takes ``within``.

        A worker that is cancelled instead may leave its listener behind.
        """
        self._is_stopping = True
        if self._worker:
            self._worker.stop()  # type: ignore[no-untyped-call]
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._at_rest.wait()

    async def revive(self) -> int:
        """Put jobs of workers that have died back into the queue; return how many."""
        if self._worker is None:
            return 0
        stalled = list(await self._app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_SECONDS))
        for job in stalled:
            await self._app.job_manager.retry_job(job)
        return len(stalled)

    async def _work_once(self) -> None:
        """Open, work, close; an opening that is broken off leaves a pool that must be closed as well."""
        self._at_rest.clear()
        try:
            await self._app.open_async()
            if self._is_stopping:
                return
            self._worker = Worker(
                self._app,
                queues=[QUEUE],
                concurrency=self._at_once,
                delete_jobs="successful",
                fetch_job_polling_interval=_POLL_SECONDS,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=STALLED_SECONDS,
                install_signal_handlers=False,
            )
            await self._worker.run()  # type: ignore[no-untyped-call]
        finally:
            self._worker = None
            try:
                await self._app.close_async()
            finally:
                self._at_rest.set()

    async def _turn(self, row: int) -> None:
        assert self._handler is not None
        await self._handler(row)
