"""Commands that use one assistant at a time: who started it for itself ends it after the last one has done."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "users.lock"


class SharedUse:
    """Held by every command while it uses the assistant of a state folder."""

    def __init__(self, file: int) -> None:
        self._file = file

    def wait_for_others(self) -> None:
        """Return when no other command uses the assistant; new ones wait until this one has let go."""
        fcntl.flock(self._file, fcntl.LOCK_EX)


@contextmanager
def shared_use(state_dir: Path) -> Iterator[SharedUse]:
    """Take part in the use of the assistant; waits while one is being ended."""
    state_dir.mkdir(parents=True, exist_ok=True)
    file = os.open(state_dir / FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_SH)
        yield SharedUse(file)
    finally:
        os.close(file)
