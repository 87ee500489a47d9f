"""The logs of the services: appended to by them, kept short by us."""

from __future__ import annotations

import shutil
from pathlib import Path

LONGEST_BYTES = 5 * 2**20
"""Each log, and the one before it that is kept."""


def keep_short(log: Path) -> None:
    """Move a log that has grown too long aside; its writer, which appends, goes on in the emptied file.

    A line written between the two steps is lost.
    """
    if log.exists() and log.stat().st_size > LONGEST_BYTES:
        shutil.copyfile(log, log.with_name(f"{log.name}.1"))
        with log.open("r+b") as file:
            file.truncate()


def last_line(log: Path) -> str:
    """Return the last line that is not blank, or an empty text."""
    if not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 4096))
        lines = [line for line in file.read().decode("utf-8", "replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""
