"""A lock that one process holds, and that the kernel frees however the process ends."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

_TRIES, _PAUSE_SECONDS = 5, 0.05
"""Whoever asks for the holder holds the lock itself for a moment."""


class LockHeld(Exception):
    """Another process holds the lock; ``holder`` is its number, or 0 if it has not written it yet."""

    def __init__(self, holder: int) -> None:
        super().__init__(f"held by process {holder}")
        self.holder = holder


class ProcessLock:
    """Held from ``take`` until ``let_go`` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock, or keep it; raises LockHeld."""
        if self._file is not None:
            return
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        for _ in range(_TRIES):
            if _flock(file, fcntl.LOCK_EX):
                os.truncate(file, 0)
                os.pwrite(file, str(os.getpid()).encode(), 0)
                self._file = file
                return
            time.sleep(_PAUSE_SECONDS)
        holder = _number_in(file)
        os.close(file)
        raise LockHeld(holder)

    def let_go(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def holder_of(path: Path) -> int | None:
    """Return the number of the process that holds the lock (0 if it is not known yet), or None if nobody does."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        return None if _flock(file, fcntl.LOCK_SH) else _number_in(file)
    finally:
        os.close(file)


def _flock(file: int, how: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(file, how | fcntl.LOCK_NB)
        return True
    return False


def _number_in(file: int) -> int:
    written = os.pread(file, 32, 0)
    return int(written) if written.isdigit() else 0
