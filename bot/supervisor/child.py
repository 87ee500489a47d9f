"""One process under supervision: started, watched, started again when it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.supervisor.logs import last_line, open_log, size_of
from office.parent_death import dies_with_us

FIRST_PAUSE, LONGEST_PAUSE, STEADY_AFTER = 0.2, 10.0, 30.0


@dataclass(frozen=True)
class Program:
    """What to run: a name for people, the command line, where, with which whole environment."""

    name: str
    argv: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str]


class Child:
    """A program in a session of its own; its outputs are appended to a log; kill -9 of us ends it too."""

    def __init__(self, program: Program, logs: Path) -> None:
        self.name = program.name
        self.log = logs / f"{program.name}.log"
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._pause = FIRST_PAUSE
        self._started = 0.0
        self._due: float | None = None
        self._log_began = 0
        self.early_ends = 0

    def becomes(self, program: Program) -> None:
        """Run another program from the next start on."""
        self._program = program

    def start(self) -> None:
        """Start the process."""
        self._log_began = size_of(self.log)
        with open_log(self.log) as log:
            self._process = subprocess.Popen(
                self._program.argv,
                cwd=self._program.cwd,
                env=dict(self._program.env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=dies_with_us(signal.SIGKILL),
            )
        self._started = time.monotonic()

    @property
    def pid(self) -> int | None:
        """Process id, once started."""
        return self._process.pid if self._process else None

    @property
    def exit_code(self) -> int | None:
        """How the process ended; None while it runs, or before it was started."""
        return self._process.poll() if self._process else None

    def mend(self) -> bool:
        """Start a dead process again after a pause that grows while it keeps dying; say whether it was now."""
        if self.exit_code is None:
            return False
        now = time.monotonic()
        if self._due is None:
            self.early_ends += 1
            if now - self._started > STEADY_AFTER:
                self._pause, self.early_ends = FIRST_PAUSE, 0
            self._due = now + self._pause
            self._pause = min(self._pause * 2, LONGEST_PAUSE)
        if now < self._due:
            return False
        self._due = None
        self.start()
        return True

    @property
    def last_words(self) -> str:
        """The last line that it has written since it was started, or an empty text."""
        return last_line(self.log, since=self._log_began)

    def ask_to_end(self) -> None:
        """Send SIGTERM."""
        if self._process and self.exit_code is None:
            self._process.terminate()

    def end(self, give_up: float) -> None:
        """Wait until the monotonic time given, then kill it; its own children are killed in any case."""
        if not self._process:
            return
        try:
            self._process.wait(max(give_up - time.monotonic(), 0.05))
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
