"""How fast the assistant starts and stops, and what is left of it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from tests.prove.figures import Proof
from tests.prove.world import state_folder
from tests.world.engine import ROOT, free_port
from tests.world.stack import PARTS

ISSUES = ("assistant-runs",)
CLAIM = (
    "The page answers at once, a second start is ready in 15 s, stopping takes 10 s at most, "
    "and no process is left behind, not even after kill -9."
)
GIVE_UP = 120.0


class Start:
    """One start of ``motcua serve``."""

    def __init__(self, env: dict[str, str]) -> None:
        self._state_dir, self._gateway = Path(env["MOTCUA_STATE_DIR"]), env["MOTCUA_GATEWAY_PORT"]
        self._began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli.main", "serve"], cwd=ROOT, env=env, stderr=subprocess.DEVNULL
        )

    def until(self, path: str) -> float:
        """Return after how many seconds the gateway answers 200 there."""
        while time.monotonic() - self._began < GIVE_UP:
            try:
                if httpx.get(f"http://127.0.0.1:{self._gateway}{path}", trust_env=False).status_code == 200:
                    return time.monotonic() - self._began
            except httpx.TransportError:
                time.sleep(0.02)
        raise TimeoutError(path)

    def end(self, how: signal.Signals) -> tuple[float, int]:
        """End it; return how many seconds it took and how many of its processes are left 2 s later."""
        pids = json.loads((self._state_dir / "run.json").read_text("utf-8"))["pids"].values()
        began = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(60)
        seconds = time.monotonic() - began
        return seconds, _count(pids, within=2.0)


def prove(proof: Proof) -> None:
    """Start five times on one state folder and end each time another way."""
    with state_folder() as state_dir:
        ports = {f"MOTCUA_{part.upper()}_PORT": str(free_port()) for part in PARTS}
        env = {**os.environ, **ports, "MOTCUA_STATE_DIR": str(state_dir)}
        _once(proof, "first start, trained", env, signal.SIGTERM)
        for how in (signal.SIGINT, signal.SIGHUP, signal.SIGKILL, signal.SIGTERM):
            _once(proof, f"later start, {how.name}", env, how, ready_at_most=15.0)


def _once(
    proof: Proof, name: str, env: dict[str, str], how: signal.Signals, ready_at_most: float | None = None
) -> None:
    start = Start(env)
    proof.add(f"{name}: page answers", start.until("/"), "s")
    proof.add(f"{name}: ready", start.until("/readyz"), "s", at_most=ready_at_most)
    seconds, left = start.end(how)
    proof.add(f"{name}: ended", seconds, "s", at_most=10.0)
    proof.add(f"{name}: processes left", left, "", at_most=0)


def _count(pids: Any, within: float) -> int:
    is_there: Callable[[int], bool] = lambda pid: not _is_gone(pid)  # noqa: E731
    give_up = time.monotonic() + within
    while any(map(is_there, pids)) and time.monotonic() < give_up:
        time.sleep(0.05)
    return sum(map(is_there, pids))


def _is_gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "\nState:\tZ" in status.read_text("utf-8")
