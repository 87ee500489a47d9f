"""Who may start a server in a folder: one process at a time, however it ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from office.postgres.errors import PostgresError


class FolderLock:
    """Held from the first start until the process ends or lets go; the kernel frees it even after kill -9."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock, or keep it; raises PostgresError if another process has it."""
        if self._file is not None:
            return
        file = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(file, 32).decode("ascii", "replace").strip() or "unknown"
            os.close(file)
            raise PostgresError(
                f"Process {holder} runs the database in {self._folder} already. "
                "End it, or set MOTCUA_STATE_DIR to another folder."
            ) from None
        os.truncate(file, 0)
        os.pwrite(file, str(os.getpid()).encode(), 0)
        self._file = file

    def let_go(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
