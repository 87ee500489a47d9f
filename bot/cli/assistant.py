"""The running assistant as the command line reaches it; one is started when none runs."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot.cli.exit_codes import ExitCode
from bot.cli.shared_use import shared_use
from bot.cli.speech import fail, tell
from bot.supervisor.readiness import answers, is_ready
from bot.supervisor.run_file import Running, find_running, is_served
from office.parent_death import dies_with_us
from office.settings import ROOT, settings

READY_WITHIN_SECONDS = 300.0
ANSWER_WITHIN_SECONDS = 15.0
STOPPED_WITHIN_SECONDS = 20.0
_LOOK_EVERY_SECONDS = 0.1


@contextmanager
def assistant() -> Iterator[Running]:
    """Yield the assistant of the state folder; one that was started for this is stopped after."""
    state_dir = settings().state_dir
    with shared_use(state_dir) as use:
        started = None if is_served(state_dir) else _start()
        try:
            yield _wait(started)
        finally:
            if started:
                use.wait_for_others()
                _stop(started)


def _start() -> subprocess.Popen[bytes]:
    """Start one in a session of its own, so that Ctrl-C comes here; it ends with us however we end."""
    tell("No assistant runs; starting one for this command.")
    return subprocess.Popen(
        [sys.executable, "-m", "bot.cli.main", "serve"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=dies_with_us(signal.SIGTERM),
    )


def _stop(started: subprocess.Popen[bytes]) -> None:
    started.terminate()
    try:
        started.wait(STOPPED_WITHIN_SECONDS)
    except subprocess.TimeoutExpired:
        started.kill()
        started.wait()


def _wait(started: subprocess.Popen[bytes] | None) -> Running:
    """Return the assistant once it is ready; one that was ready before says itself what it lacks."""
    give_up = time.monotonic() + READY_WITHIN_SECONDS
    is_told = started is not None
    while time.monotonic() < give_up:
        running = find_running(settings().state_dir)
        if running and (answers(running.gateway) if running.is_ready else is_ready(running.gateway)):
            return running
        if not is_told:
            is_told = True
            tell("The assistant is starting; waiting until it is ready.")
        if not is_served(settings().state_dir) and (started is None or started.poll() is not None):
            fail(
                "The assistant could not be started, or ended. Start it with: motcua serve",
                ExitCode.NOT_STARTED,
            )
        time.sleep(_LOOK_EVERY_SECONDS)
    logs = settings().state_dir / "logs"
    fail(
        f"The assistant did not become ready in {READY_WITHIN_SECONDS:.0f} s. Its logs: {logs}",
        ExitCode.NO_ANSWER,
    )
