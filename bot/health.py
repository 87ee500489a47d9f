"""Which parts of the assistant answer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

import httpx

from bot.engine import TURN_PATH
from office.database import Database

_KEPT_SECONDS = 1.0
_TIMEOUT_SECONDS = 1.5

Check = Callable[[], Awaitable[bool]]


class Health:
    """Asks every part, at most once a second however many pages want to know."""

    def __init__(
        self,
        database: Database,
        engine: httpx.AsyncClient,
        actions: httpx.AsyncClient,
        intake: httpx.AsyncClient,
    ) -> None:
        self._actions = actions
        self._checks: Mapping[str, Check] = {
            "database": database.answers,
            "engine": lambda: _takes_turns(engine),
            "actions": self._ask_actions,
            "intake": lambda: _answers(intake, "/readyz"),
        }
        self._asked_at = float("-inf")
        self._parts: dict[str, bool] = {}
        self._asking = asyncio.Lock()
        self.snapshot: str | None = None

    async def parts(self) -> Mapping[str, bool]:
        """Return whether each part answers."""
        async with self._asking:
            if time.monotonic() - self._asked_at > _KEPT_SECONDS:
                answers = await asyncio.gather(*(check() for check in self._checks.values()))
                self._parts = dict(zip(self._checks, answers, strict=True))
                self._asked_at = time.monotonic()
        return self._parts

    async def _ask_actions(self) -> bool:
        try:
            response = await self._actions.get("/healthz", timeout=_TIMEOUT_SECONDS)
            self.snapshot = response.json()["snapshot"]
        except (httpx.HTTPError, ValueError, KeyError, TypeError):
            return False
        return response.is_success


async def _takes_turns(engine: httpx.AsyncClient) -> bool:
    """An engine that is ready turns down what is no turn."""
    try:
        response = await engine.post(TURN_PATH, json={}, timeout=_TIMEOUT_SECONDS)
    except httpx.HTTPError:
        return False
    return response.status_code == httpx.codes.BAD_REQUEST


async def _answers(client: httpx.AsyncClient, path: str) -> bool:
    try:
        return (await client.get(path, timeout=_TIMEOUT_SECONDS)).is_success
    except httpx.HTTPError:
        return False
