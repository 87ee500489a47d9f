"""One process under supervision: started, watched, started again when it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from office.parent_death import end_with_parent

LOG_AT_MOST = 5 * 2**20
FIRST_PAUSE, LONGEST_PAUSE, STEADY_AFTER = 0.3, 10.0, 30.0


@dataclass(frozen=True)
class Program:
    """What to run: a name for people, the command line, where, with which whole environment."""

    name: str
    argv: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str]


class Child:
    """A program kept running; its outputs go to a bounded log."""

    def __init__(self, program: Program, logs: Path) -> None:
        self.program = program
        self.log = logs / f"{program.name}.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._pause = FIRST_PAUSE
        self._started = 0.0
        self._due = 0.0

    def start(self) -> None:
        """Start the process; it ends when this one does."""
        if self.log.exists() and self.log.stat().st_size > LOG_AT_MOST:
            self.log.replace(self.log.with_suffix(".log.1"))
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.program.argv,
                cwd=self.program.cwd,
                env=dict(self.program.env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=end_with_parent(),
            )
        self._started = time.monotonic()

    @property
    def pid(self) -> int | None:
        """Process id, once started."""
        return self._process.pid if self._process else None

    def is_running(self) -> bool:
        """Whether the process is alive."""
        return self._process is not None and self._process.poll() is None

    def mend(self) -> bool:
        """Start a dead process again, after a pause that grows while it keeps dying; say whether it was dead."""
        if self.is_running():
            return False
        now = time.monotonic()
        if not self._due:
            self._pause = (
                FIRST_PAUSE if now - self._started > STEADY_AFTER else min(self._pause * 2, LONGEST_PAUSE)
            )
            self._due = now + self._pause
        if now >= self._due:
            self._due = 0.0
            self.start()
        return True

    def ask_to_end(self) -> None:
        """Send SIGTERM."""
        if self.is_running() and self._process:
            self._process.terminate()

    def end(self, give_up: float) -> None:
        """Wait until the monotonic time given, then kill what is left, its own children included."""
        if not self._process:
            return
        try:
            self._process.wait(max(give_up - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
