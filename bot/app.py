"""The gateway as a web application."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import psycopg
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from bot.api import ask, checklists, conversations, desk, messages, page, privacy, reports, state
from bot.api.problem import add_problems
from bot.api.shield import Shield
from bot.parts import Parts
from bot.versions import release
from office.migrate import migrate
from office.settings import Settings

_MIGRATES_AGAIN_SECONDS = 0.5
_BEGINS_AGAIN_SECONDS = 1.0
_CANCELS_AGAIN_SECONDS = 0.5
_FINISHES_WITHIN_SECONDS = 7.0
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")

log = logging.getLogger(__name__)


def create_app(parts: Parts, dsn: str) -> FastAPI:
    """Build the application; it takes requests at once, whatever else is still starting."""
    app = FastAPI(
        title="Một Cửa",
        version=release(),
        lifespan=lambda _: _running(parts, dsn),
        docs_url=None,
        redoc_url=None,
    )
    app.state.parts = parts
    for router in (
        conversations.router,
        messages.router,
        privacy.router,
        reports.router,
        desk.router,
        ask.router,
        state.router,
        page.router,
        checklists.router,
    ):
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=page.STATIC))
    add_problems(app)
    app.add_middleware(Shield, hosts=hosts(parts.settings), local_secret=parts.local_secret)
    return app


def hosts(settings: Settings) -> list[str]:
    """Return the names under which the gateway may be called."""
    public = [name.strip() for name in settings.public_hosts.split(",") if name.strip()]
    return [*_LOCAL_HOSTS, settings.host, *public]


@asynccontextmanager
async def _running(parts: Parts, dsn: str) -> AsyncIterator[None]:
    await parts.database.open()
    work = asyncio.create_task(_work(parts, dsn))
    try:
        yield
    finally:
        await parts.queue.finish(within=_FINISHES_WITHIN_SECONDS)
        await _end(work)
        await parts.clients.close()
        await parts.database.close()


async def _work(parts: Parts, dsn: str) -> None:
    """Everything that goes on beside the requests."""
    await _migrate_patiently(dsn)
    deeds = (parts.queue.work, parts.bell.listen, parts.housekeeping.often, parts.housekeeping.seldom)
    side = [asyncio.create_task(_keep_up(deed)) for deed in deeds]
    try:
        await asyncio.wait(side)
    finally:
        await _end(*side)


async def _keep_up(deed: Callable[[], Awaitable[None]]) -> None:
    """Do what must never end; should it end by a mistake of ours, log it and begin again."""
    while True:
        try:
            await deed()
        except Exception:
            log.exception("background work failed", extra={"deed": deed.__qualname__})
        await asyncio.sleep(_BEGINS_AGAIN_SECONDS)


async def _end(*tasks: asyncio.Task[None]) -> None:
    """Cancel until they have ended: ``asyncio.wait_for`` of Python 3.11 may swallow a cancellation."""
    while pending := [task for task in tasks if not task.done()]:
        for task in pending:
            task.cancel()
        await asyncio.wait(pending, timeout=_CANCELS_AGAIN_SECONDS)


async def _migrate_patiently(dsn: str) -> None:
    while True:
        try:
            await asyncio.to_thread(migrate, dsn)
            return
        except psycopg.OperationalError as error:
            log.info("database not there yet", extra={"cause": type(error).__name__})
        await asyncio.sleep(_MIGRATES_AGAIN_SECONDS)
