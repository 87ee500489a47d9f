"""A real engine for tests: trained once for a session, served on a free port, spoken to over HTTP."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.engine_process import Command, Door, model_path, run_command, train_command, turn_url

ROOT = Path(__file__).resolve().parents[2]
SECRET = "engine-secret"
ACTIONS_SECRET = "actions-secret"
READY_WITHIN_SECONDS = 60


@dataclass(frozen=True)
class RunningEngine:
    """A served engine; ``log`` is everything it has written on its two outputs."""

    http: httpx.Client
    log: Path
    process: subprocess.Popen[bytes]

    def post(self, body: Any, *, secret: str = SECRET) -> httpx.Response:
        """Send a body as it is (bytes) or as JSON."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode("ascii")
        return self.http.post("", headers={"X-Motcua-Secret": secret}, content=content)

    def turn(self, said: str | dict[str, Any], slots: dict[str, Any] | None = None) -> dict[str, Any]:
        """Take a turn: a text, or the payload of a button."""
        words = {"text": said} if isinstance(said, str) else {"payload": said}
        response = self.post({"conversation": "c", "slots": slots or {}, **words})
        assert response.status_code == 200, response.text
        return response.json()


def train(state_dir: Path) -> Path:
    """Train the project's model into the folder, unless it is there already; return the model."""
    model = model_path(ROOT, state_dir)
    if not model.exists():
        command = train_command(ROOT, state_dir)
        subprocess.run(command.argv, cwd=command.cwd, env=command.env, check=True, capture_output=True)
    return model


@contextmanager
def serve(
    state_dir: Path, actions_url: str, *, actions_timeout_seconds: float = 5.0
) -> Iterator[RunningEngine]:
    """Serve the trained model until the block is left."""
    port = free_port()
    door = Door(
        port=port,
        secret=SECRET,
        actions_url=actions_url,
        actions_secret=ACTIONS_SECRET,
        actions_timeout_seconds=actions_timeout_seconds,
        hotline="18001096",
        portal_url="https://dichvucong.gov.vn",
    )
    log = state_dir / f"engine-{port}.log"
    with (
        started(run_command(ROOT, state_dir, door), log) as process,
        httpx.Client(base_url=turn_url(port), timeout=30) as http,
    ):
        wait_until_ready(http, process)
        yield RunningEngine(http, log, process)


@contextmanager
def started(command: Command, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command, its outputs in a file; stop it when the block is left."""
    with log.open("wb") as out:
        process = subprocess.Popen(
            command.argv, cwd=command.cwd, env=dict(command.env), stdout=out, stderr=subprocess.STDOUT
        )
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


def wait_until_ready(http: httpx.Client, process: subprocess.Popen[bytes]) -> None:
    """Return once the door answers; fail if the process ends first."""
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < give_up:
        assert process.poll() is None, f"the engine ended with code {process.returncode}"
        try:
            http.post("")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the engine did not become ready")


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def in_engine(code: str, *arguments: str) -> str:
    """Run Python in the engine's environment from the project's root; return what it printed."""
    python = ROOT / ".venv-engine" / "bin" / "python"
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [python, "-W", "ignore", "-c", code, *arguments],
        cwd=ROOT,
        env=env,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout
