"""The whole assistant for tests: real PostgreSQL, Rasa, action server, intake backend and gateway."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import anyio
import httpx

from bot.housekeeping import Housekeeping
from bot.queue import TurnQueue
from office.database import Database
from office.postgres.server import PostgresServer
from office.secrets import secrets
from office.settings import settings
from tests.world.engine import ROOT, free_port, train

PARTS = ("gateway", "intake", "actions", "engine")
READY_WITHIN_SECONDS = 120


@dataclass
class Stack:
    """A running assistant of its own ports and state folder."""

    state_dir: Path
    ports: dict[str, int]
    process: subprocess.Popen[bytes]
    http: httpx.Client

    def conversation(self) -> Talk:
        """Begin a conversation."""
        return Talk(self)

    def is_ready(self) -> bool:
        """Whether every part answers."""
        try:
            return self.http.get("/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def wait(self, seconds: float = READY_WITHIN_SECONDS) -> None:
        """Return once every part answers."""
        give_up = time.monotonic() + seconds
        while not self.is_ready():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < give_up, self.said()
            time.sleep(0.1)

    def said(self) -> str:
        """Return the end of every log."""
        logs = sorted((self.state_dir / "logs").glob("*.log"))
        return "\n".join(f"== {log.name}\n{log.read_text('utf-8', 'replace')[-1500:]}" for log in logs)

    def pid(self, part: str) -> int:
        """Return the process id of a part."""
        mark = {
            "gateway": "bot.gateway",
            "intake": "intake.server",
            "actions": "actions.server",
            "engine": "bot.nlu.serve",
        }
        for child in children(self.process.pid):
            if mark[part].encode() in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
        raise LookupError(part)

    def kill(self, part: str) -> None:
        """End a part without warning; the supervisor starts it again."""
        os.kill(self.pid(part), signal.SIGKILL)

    def restart(self, part: str) -> None:
        """Kill a part and return once everything answers again."""
        self.kill(part)
        time.sleep(0.5)
        self.wait()

    def pass_days(self, days: int) -> None:
        """Let so many days go by for every conversation, and the housekeeping do its round."""
        anyio.run(let_days_pass, PostgresServer(self.state_dir).dsn, days)


async def let_days_pass(dsn: str, days: int) -> None:
    """Make every conversation so much older; erase those that are too old."""
    database = Database(dsn)
    await database.open()
    async with database.transaction() as connection:
        await connection.execute(
            "UPDATE bot.conversation SET updated_at = updated_at - make_interval(days => %s)", [days]
        )
    await Housekeeping(database, TurnQueue(dsn, at_once=1), settings()).erase_conversations()
    await database.close()


@dataclass
class Talk:
    """A conversation through the door for this machine."""

    stack: Stack
    name: str = field(default_factory=lambda: uuid4().hex)

    def ask(self, text: str) -> dict[str, Any]:
        """Say something; return the answer's object."""
        body = {"text": text, "conversation": self.name, "channel": "replay", "consent": True}
        response = self.stack.http.post(
            "/internal/ask",
            content=json.dumps(body).encode("ascii"),
            headers={
                "X-Motcua-Secret": secrets(self.stack.state_dir).local_secret,
                "Content-Type": "application/json",
            },
        )
        assert response.status_code < 500, response.text
        answer: dict[str, Any] = response.json()
        return answer


def children(pid: int) -> list[int]:
    """Return the process ids of a process's children."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8")
    return [int(child) for child in listed.split()]


@contextmanager
def running_stack(state_dir: Path, engine_state: Path) -> Iterator[Stack]:
    """Start everything on free ports; stop it when the block is left."""
    model = train(engine_state)
    (state_dir / "models").mkdir(parents=True, exist_ok=True)
    (state_dir / "models" / model.name).symlink_to(model)
    ports = {part: free_port() for part in PARTS}
    env = {
        **os.environ,
        "MOTCUA_STATE_DIR": str(state_dir),
        **{f"MOTCUA_{part.upper()}_PORT": str(port) for part, port in ports.items()},
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli.main", "serve"],
        cwd=ROOT,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with httpx.Client(base_url=f"http://127.0.0.1:{ports['gateway']}", timeout=30) as http:
        stack = Stack(state_dir, ports, process, http)
        try:
            stack.wait()
            yield stack
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)
