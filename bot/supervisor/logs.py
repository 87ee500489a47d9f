"""The logs of the services: appended to by them, kept short by us, for their owner's eyes only."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO

LONGEST_BYTES = 5 * 2**20
"""Each log, and the one before it that is kept."""


def log_folder(state_dir: Path) -> Path:
    """Return the folder of logs, made if need be, which nobody else can enter."""
    folder = state_dir / "logs"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    return folder


def open_log(log: Path) -> BinaryIO:
    """Open a log to append to it."""
    file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.fchmod(file, 0o600)
    return os.fdopen(file, "ab")


def size_of(log: Path) -> int:
    """Return how long a log is by now."""
    return log.stat().st_size if log.exists() else 0


def keep_short(log: Path) -> None:
    """Move a log that has grown too long aside; its writer, which appends, goes on in the emptied file.

    A line written between the two steps is lost.
    """
    if log.exists() and log.stat().st_size > LONGEST_BYTES:
        shutil.copy(log, log.with_name(f"{log.name}.1"))
        with log.open("r+b") as file:
            file.truncate()


def last_line(log: Path, *, since: int = 0) -> str:
    """Return the last line that is not blank, of what came after the first ``since`` bytes; or an empty text."""
    if not log.exists():
        return ""
    size = log.stat().st_size
    with log.open("rb") as file:
        file.seek(max(since if since <= size else 0, size - 4096))
        lines = [line for line in file.read().decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""
