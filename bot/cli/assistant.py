"""The running assistant as the command line reaches it; one is started when none runs."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, tell
from bot.supervisor.run_file import find_running
from bot.supervisor.supervisor import is_ready
from office.secrets import secrets
from office.settings import settings

READY_WITHIN_SECONDS = 300.0
ANSWER_WITHIN_SECONDS = 15.0
STOPPED_WITHIN_SECONDS = 15.0


@contextmanager
def assistant() -> Iterator[httpx.AsyncClient]:
    """Yield a client for the gateway's door for this machine; what was started for it is stopped after."""
    state_dir = settings().state_dir
    started = None if find_running(state_dir) else _start()
    try:
        gateway = _wait_until_ready(started)
        yield httpx.AsyncClient(
            base_url=gateway,
            headers={"X-Motcua-Secret": secrets(state_dir).local_secret},
            timeout=ANSWER_WITHIN_SECONDS,
        )
    finally:
        if started:
            started.send_signal(signal.SIGTERM)
            started.wait(STOPPED_WITHIN_SECONDS)


async def ask(client: httpx.AsyncClient, question: dict[str, Any]) -> dict[str, Any]:
    """Put one question; return the answer's object. Raises httpx.HTTPError when nothing usable comes back.

    Sent as ASCII with escapes: a lone surrogate in what was typed cannot be written as UTF-8.
    """

    response = await client.post(
        "/internal/ask",
        content=json.dumps(question).encode("ascii"),
        headers={"Content-Type": "application/json"},
    )
    answer: dict[str, Any] = response.json()
    if "outcome" not in answer:
        response.raise_for_status()
    return _whole(answer)


def _whole(answer: dict[str, Any]) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "text": "", "outcome": "", "procedures": [], "dossier_codes": [], "facet": None, "intent": None,
        "citations": [], "buttons": [], "latency_ms": 0,
    }  # fmt: skip
    return {key: value for key, value in (empty | answer).items() if key != "parts" or value}


def _start() -> subprocess.Popen[bytes]:
    tell("No assistant runs; starting one for this command …")
    return subprocess.Popen(
        [sys.executable, "-m", "bot.cli.main", "serve"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )


def _wait_until_ready(started: subprocess.Popen[bytes] | None) -> str:
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    while time.monotonic() < give_up:
        running = find_running(settings().state_dir)
        if running and (is_ready(running.gateway) or started is None):
            return running.gateway
        if started and started.poll() is not None:
            fail("The assistant could not be started; run motcua serve to see why.", ExitCode.NOT_STARTED)
        time.sleep(0.2)
    fail("The assistant did not become ready; read the logs in the state folder.", ExitCode.NO_ANSWER)
