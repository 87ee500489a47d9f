"""Where the embedded PostgreSQL lives.

In the state folder. Root hands the server to an unprivileged account; where that account cannot enter the
state folder (in a home folder, say), it lives under /var/lib/motcua and the state folder says where. No
folder that was there before is given another mode or owner.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from office.postgres.account import Account, owner_of, server_account
from office.postgres.errors import PostgresError
from office.postgres.programs import programs_for

ELSEWHERE = Path("/var/lib/motcua")
OWNER_FILE = "belongs-to"
"""In a home that is elsewhere: the state folder that it belongs to."""

_POINTER, _LOG = "postgres-is-in", "postgres.log"
_LONGEST_SOCKET_PATH = 107
_SOCKET = ".s.PGSQL.5432"


@dataclass(frozen=True)
class Home:
    """A folder with the data, the password, the log and most often the socket."""

    folder: Path
    programs: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / _LOG

    @property
    def password_file(self) -> Path:
        return self.folder / "password"

    @property
    def password(self) -> str:
        return self.password_file.read_text("utf-8")

    @property
    def sockets(self) -> Path:
        """Where the server's socket is: at home, or in a temporary folder if the path is too long."""
        if len(str(self.folder / _SOCKET).encode()) <= _LONGEST_SOCKET_PATH:
            return self.folder
        mark = hashlib.sha256(str(self.folder).encode()).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"motcua-{mark}"

    def make_sockets(self) -> None:
        """Make the temporary folder, if there is to be one; raise PostgresError if somebody else was first."""
        if self.sockets == self.folder:
            return
        with suppress(FileExistsError):
            self.sockets.mkdir(mode=0o700)
            if self.account:
                os.chown(self.sockets, self.account.uid, self.account.gid)
        found = self.sockets.lstat()
        owner = self.account.uid if self.account else os.geteuid()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
            raise PostgresError(
                f"{self.sockets} is not the closed folder of account number {owner}, so others could stand in for "
                "the database. Delete it, or set MOTCUA_STATE_DIR to a folder with a shorter path."
            )

    def remove_sockets(self) -> None:
        """Take the temporary folder away."""
        if self.sockets != self.folder:
            with suppress(OSError):
                self.sockets.rmdir()


def prepare_home(state_dir: Path) -> Home:
    """Return the home that belongs to a state folder, made if it is not there yet. Raises PostgresError."""
    try:
        state_dir.mkdir(parents=True, exist_ok=True)
        folder = _folder(state_dir.resolve(), server_account())
        account = owner_of(folder) if os.geteuid() == 0 else None
        home = Home(folder, programs_for(account, ELSEWHERE), account)
        _keep_password(home)
    except OSError as error:
        raise PostgresError(
            f"No place for the database: {error.strerror}: {error.filename}. "
            "Set MOTCUA_STATE_DIR to a folder that can be written to, or MOTCUA_DATABASE_DSN to a PostgreSQL."
        ) from error
    return home


def log_of(state_dir: Path) -> Path:
    """Return where the server of a state folder writes its log, if it was ever started."""
    pointer = state_dir / _POINTER
    folder = Path(pointer.read_text("utf-8")) if pointer.exists() else state_dir / "postgres"
    return folder / _LOG


def _folder(state_dir: Path, account: Account | None) -> Path:
    here, pointer = state_dir / "postgres", state_dir / _POINTER
    if pointer.exists():
        return _own_folder(Path(pointer.read_text("utf-8")), account)
    if here.exists() or account is None or account.can_enter(state_dir):
        return _own_folder(here, account)
    there = _own_folder(_make_elsewhere(account) / secrets.token_hex(8), account)
    (there / OWNER_FILE).write_text(str(state_dir), "utf-8")
    pointer.write_text(str(there), "utf-8")
    return there


def elsewhere_homes() -> list[Path]:
    """Return the homes that root has made outside of state folders; none for who cannot look into them."""
    return sorted(found.parent for found in ELSEWHERE.glob(f"*/{OWNER_FILE}"))


def _make_elsewhere(account: Account) -> Path:
    if not ELSEWHERE.exists():
        ELSEWHERE.mkdir(parents=True)
        ELSEWHERE.chmod(0o755)
    if not account.can_enter(ELSEWHERE):
        raise PostgresError(
            f"PostgreSQL cannot run as root, and account number {account.uid}, which would run it, "
            f"can enter neither the state folder nor {ELSEWHERE}. "
            "Set MOTCUA_STATE_DIR to a folder that others may enter, or run as an ordinary user."
        )
    return ELSEWHERE


def _own_folder(folder: Path, account: Account | None) -> Path:
    """Make a folder that the account alone can enter; one that is there already must be such a folder."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        _check_owner(folder)
        return folder
    if account:
        os.chown(folder, account.uid, account.gid)
    return folder


def _check_owner(folder: Path) -> None:
    me, owner = os.geteuid(), folder.lstat().st_uid
    if me not in (0, owner) or owner == 0:
        raise PostgresError(
            f"The database folder {folder} belongs to account number {owner} and cannot be used now. "
            "Run as the account that made it, or set MOTCUA_STATE_DIR to another folder."
        )


def _keep_password(home: Home) -> None:
    """Make the password once; it appears whole, readable by the server's account alone."""
    if home.password_file.exists():
        return
    draft = home.folder / f"password.{secrets.token_hex(4)}"
    draft.touch(0o600)
    draft.write_text(secrets.token_urlsafe(24), "utf-8")
    if home.account:
        os.chown(draft, home.account.uid, home.account.gid)
    draft.rename(home.password_file)
