"""The account that PostgreSQL runs as: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from office.postgres.errors import PostgresError

_NAMES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An unprivileged account of the machine."""

    uid: int
    gid: int

    def popen(self) -> dict[str, Any]:
        """Return what subprocess.Popen must be given to run a program as this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, folder: Path) -> bool:
        """Whether the account gets into the folder, tried rather than reckoned from modes."""
        return self._runs("/bin/sh", "-c", 'cd "$1"', "sh", str(folder))

    def can_run(self, program: Path) -> bool:
        """Whether the account gets at the program and at the libraries that it loads."""
        return self._runs(str(program), "--version")

    def _runs(self, *argv: str) -> bool:
        try:
            done = subprocess.run(argv, cwd="/", capture_output=True, check=False, **self.popen())
        except (OSError, subprocess.SubprocessError):
            return False
        return done.returncode == 0


def server_account() -> Account | None:
    """Return whom the server runs as when root starts it; None for an ordinary user, who runs it himself."""
    if os.geteuid() != 0:
        return None
    for name in _NAMES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise PostgresError(
        "PostgreSQL cannot run as root and this machine has neither the account postgres nor nobody: "
        "run as an ordinary user, or set MOTCUA_DATABASE_DSN to a PostgreSQL of yours."
    )


def owner_of(folder: Path) -> Account:
    """Return the account that a folder belongs to."""
    found = folder.stat()
    return Account(found.st_uid, found.st_gid)
