"""The whole assistant with a fault proxy before each part: before PostgreSQL, engine, action server and intake."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bot.knowledge import publish_knowledge
from bot.supervisor.child import Child
from bot.supervisor.programs import service_programs
from office.settings import Settings
from tests.world.engine import free_port
from tests.world.fault_proxy import FaultProxy, fault_proxy

SOCKET = ".s.PGSQL.5432"
BEHIND_PROXIES = ("engine", "actions", "intake")
PARTS = ("database", *BEHIND_PROXIES)
READY_WITHIN_SECONDS = 90


@dataclass(frozen=True)
class FaultyStack:
    """What a citizen's browser talks to, and the proxies that play the faults."""

    http: httpx.Client
    proxies: dict[str, FaultProxy]

    def begin(self) -> FaultyTalk:
        """Begin a conversation."""
        begun = self.http.post("/api/conversations").raise_for_status().json()
        return FaultyTalk(self.http, begun["conversation"], begun["messages"][-1]["seq"])

    def is_ready(self) -> bool:
        """Whether every part answers."""
        try:
            return self.http.get("/readyz").is_success
        except httpx.TransportError:
            return False


@dataclass
class FaultyTalk:
    """A conversation over the public API."""

    http: httpx.Client
    key: str
    seen: int

    def ask(self, text: str, within: float) -> tuple[dict[str, Any], float]:
        """Say something; return the first thing that is heard, and after how many seconds."""
        headers = {"Authorization": f"Bearer {self.key}"}
        began = time.monotonic()
        sent = self.http.post("/api/messages", json={"id": str(uuid4()), "text": text}, headers=headers)
        if not sent.is_success:
            return sent.json(), time.monotonic() - began
        while (waited := time.monotonic() - began) < within:
            asked = {"after": self.seen, "wait": min(1.0, within - waited)}
            news = self.http.get("/api/messages", params=asked, headers=headers)
            for message in news.json()["messages"] if news.is_success else []:
                self.seen = message["seq"]
                if message["author"] == "bot":
                    return message, time.monotonic() - began
        raise AssertionError(f"silence for {within} s")


@contextmanager
def faulty_stack(state_dir: Path, dsn: str) -> Iterator[FaultyStack]:
    """Run everything on a database and a state folder that holds the trained model."""
    real = {part: free_port() for part in ("gateway", *BEHIND_PROXIES)}
    seen = {"gateway": real["gateway"], **{part: free_port() for part in BEHIND_PROXIES}}
    behind = conninfo_to_dict(dsn)
    with ExitStack() as running:
        proxies = {
            part: running.enter_context(fault_proxy(seen[part], real[part])) for part in BEHIND_PROXIES
        }
        socket = Path(str(behind["host"]), SOCKET)
        proxies["database"] = running.enter_context(fault_proxy(state_dir / SOCKET, socket))
        publish_knowledge(Settings(state_dir=state_dir))
        through_proxy = make_conninfo(**{**behind, "host": str(state_dir)})
        for child in _children(state_dir, through_proxy, real, seen):
            child.start()
            running.callback(child.end, 0)
        http = running.enter_context(
            httpx.Client(base_url=f"http://127.0.0.1:{real['gateway']}", timeout=30, trust_env=False)
        )
        stack = FaultyStack(http, proxies)
        _wait(stack)
        yield stack


def _children(state_dir: Path, dsn: str, real: dict[str, int], seen: dict[str, int]) -> Iterator[Child]:
    """Each part listens on its real port and sees the others through their proxies."""
    for name, port in real.items():
        ports = {f"{part}_port": number for part, number in {**seen, name: port}.items()}
        settings = Settings(state_dir=state_dir, **ports)
        program = service_programs(settings, dsn)[name]
        env = {f"MOTCUA_{key.upper()}": str(value) for key, value in ports.items()}
        yield Child(replace(program, env={**program.env, **env}), state_dir)


def _wait(stack: FaultyStack) -> None:
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    while not stack.is_ready():
        assert time.monotonic() < give_up, "not ready"
        time.sleep(0.2)
