"""A gateway with its real database and queue, the engine and intake scripted."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import psycopg
from fastapi import FastAPI

from bot.app import create_app
from bot.conversation import id_of
from bot.parts import Clients, Parts
from office.secrets import Secrets
from office.settings import Settings
from tests.bot.scripted import ScriptedEngine, ScriptedIntake, scripted_actions

BASE = "http://127.0.0.1"
SECRETS = Secrets.fresh()


def scripted_client(handler: Any, base: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=base, transport=httpx.MockTransport(handler))


@dataclass
class House:
    """What a test drives."""

    dsn: str
    settings: Settings
    engine: ScriptedEngine = field(default_factory=ScriptedEngine)
    intake: ScriptedIntake = field(default_factory=ScriptedIntake)
    actions: Any = scripted_actions
    app: FastAPI = field(init=False)
    http: httpx.AsyncClient = field(init=False)

    def build(self) -> Parts:
        clients = Clients(
            engine=scripted_client(self.engine, "http://engine"),
            actions=scripted_client(self.actions, "http://actions"),
            intake=scripted_client(self.intake, "http://intake"),
        )
        parts = Parts.build(self.settings, SECRETS, self.dsn, clients)
        self.app = create_app(parts, self.dsn)
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        self.http = httpx.AsyncClient(transport=transport, base_url=BASE, timeout=30)
        return parts

    @property
    def parts(self) -> Parts:
        return self.app.state.parts

    @asynccontextmanager
    async def running(self) -> AsyncIterator[House]:
        """Run it with everything that goes on beside the requests."""
        self.build()
        async with self.app.router.lifespan_context(self.app):
            yield self
        await self.http.aclose()

    @asynccontextmanager
    async def resting(self) -> AsyncIterator[House]:
        """Let it take requests, but work nothing off."""
        async with self.build().database:
            yield self

    async def begin(self) -> Talk:
        begun = (await self.http.post("/api/conversations")).json()
        return Talk(self, begun["conversation"], begun["messages"][-1]["seq"])

    async def ask(self, text: str, **more: Any) -> httpx.Response:
        headers = {"X-Motcua-Secret": SECRETS.local_secret}
        return await self.http.post("/internal/ask", headers=headers, json={"text": text, **more})

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            cursor = connection.execute(query, values or None)
            return cursor.fetchall() if cursor.description else []

    def dump(self) -> str:
        """Everything that the database holds, as text."""
        tables = self.rows(
            "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables"
            " WHERE table_schema IN ('bot', 'public') AND table_type = 'BASE TABLE'"
        )
        return "\n".join(str(self.rows(f"SELECT t::text FROM {name} t")) for (name,) in tables)


@dataclass
class Talk:
    """One citizen's conversation over the public API."""

    house: House
    key: str
    seen: int

    @property
    def id(self) -> UUID:
        return id_of(self.key)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    async def send(self, text: str | None = None, **more: Any) -> httpx.Response:
        body = {"id": str(uuid4()), **({"text": text} if text is not None else {}), **more}
        return await self.house.http.post("/api/messages", headers=self.headers, json=body)

    async def news(self, wait: float = 0.0, after: int | None = None) -> dict[str, Any]:
        asked = {"after": self.seen if after is None else after, "wait": wait}
        response = await self.house.http.get("/api/messages", headers=self.headers, params=asked)
        assert response.status_code == 200, response.text
        return response.json()

    async def replies(self, count: int = 1, within: float = 12.0) -> list[dict[str, Any]]:
        """Wait for so many messages of the bot and return them."""
        got: list[dict[str, Any]] = []
        async with asyncio.timeout(within):
            while len(got) < count:
                for message in (await self.news(wait=2))["messages"]:
                    self.seen = message["seq"]
                    got += [message] if message["author"] != "citizen" else []
        return got

    async def ask(self, text: str | None = None, **more: Any) -> dict[str, Any]:
        response = await self.send(text, **more)
        assert response.status_code == 202, response.text
        return (await self.replies())[0]


def settings_for(folder: Path, **more: Any) -> Settings:
    return Settings(state_dir=folder, **more)
