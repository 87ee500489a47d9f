"""Start and stop the embedded PostgreSQL."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

from office.parent_death import dies_with_us
from office.postgres.errors import PostgresError
from office.postgres.home import Home, prepare_home
from office.postgres.orphan import end_orphan
from office.postgres.programs import major_version
from office.process_lock import LockHeld, ProcessLock

USER = DATABASE = "motcua"
READY_WITHIN_SECONDS = 30.0
STOPPED_WITHIN_SECONDS = 10.0
_ATTEMPTS = 3
"""A server whose predecessor was killed may find its last processes still there for a moment."""

_INIT = (
    f"--username={USER}", "--auth=scram-sha-256", "--encoding=UTF8",
    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
)  # fmt: skip

_OPTIONS = {
    "listen_addresses": "",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # What people write is in statements and in the details of errors: neither goes to the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
}
_FORGETFUL = {"fsync": "off", "full_page_writes": "off"}


class PostgresServer:
    """A PostgreSQL of our own behind a Unix socket; it ends with the process that started it.

    ``durable=False`` is for tests: quicker, and its data may be lost when the machine goes down. Start it
    from a thread that lives as long as the process: the server ends with the thread that started it.
    """

    def __init__(self, state_dir: Path, *, durable: bool = True) -> None:
        self._home: Home = prepare_home(state_dir)
        self._durable = durable
        self._lock = ProcessLock(self._home.folder / "lock")
        self._log_began = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def dsn(self) -> str:
        """Address of the database, with its password; the same after every start."""
        return self.dsn_of(DATABASE)

    def dsn_of(self, database: str) -> str:
        """Return the address of any database of the server."""
        return make_conninfo(
            host=str(self._home.sockets),
            user=USER,
            password=self._home.password,
            dbname=database,
            require_auth="scram-sha-256",
        )

    @property
    def log(self) -> Path:
        """What the server says; neither statements nor values."""
        return self._home.log

    @property
    def pid(self) -> int | None:
        """Process id of the running server."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Make the data folder the first time, end an orphan of ours, start, wait, make the database.

        Raises PostgresError.
        """
        self._take_lock()
        self._home.make_sockets()
        if not self._home.data.exists():
            self._make()
        self._check_version()
        end_orphan(self._home.data)
        for _ in range(_ATTEMPTS):
            self._process = self._launch()
            if self._becomes_ready():
                return
            self.stop()
            time.sleep(0.5)
        raise PostgresError(f"PostgreSQL did not start: {self._last_words()} Its log is {self._home.log}.")

    def is_running(self) -> bool:
        """Whether the server's process is alive."""
        return self._process is not None and self._process.poll() is None

    def stop(self, within: float = STOPPED_WITHIN_SECONDS) -> None:
        """Shut down fast: sessions end, nothing that was committed is lost; after the seconds given, harder."""
        if not self._process:
            return
        for how in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.is_running():
                self._process.send_signal(how)
            try:
                self._process.wait(within)
            except subprocess.TimeoutExpired:
                continue
            return

    def close(self, within: float = STOPPED_WITHIN_SECONDS) -> None:
        """Stop the server and let another process start it."""
        self.stop(within)
        self._home.remove_sockets()
        self._lock.let_go()

    def _take_lock(self) -> None:
        try:
            self._lock.take()
        except LockHeld as error:
            raise PostgresError(
                f"Process {error.holder} runs the database in {self._home.folder} already. "
                "End it, or set MOTCUA_STATE_DIR to another folder."
            ) from None

    def _make(self) -> None:
        """Make the data folder aside, then put it in place: an interrupted start leaves no half of one."""
        draft = self._home.folder / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        initdb, password = self._home.programs / "initdb", self._home.password_file
        options = _INIT if self._durable else (*_INIT, "--no-sync")
        done = subprocess.run(
            [str(initdb), "-D", str(draft), f"--pwfile={password}", *options],
            capture_output=True, text=True, check=False, **self._as_account(),
        )  # fmt: skip
        if done.returncode:
            said = " ".join(done.stderr.split())[-500:]
            raise PostgresError(f"No database could be made in {self._home.folder}: {said}")
        draft.rename(self._home.data)

    def _check_version(self) -> None:
        made = (self._home.data / "PG_VERSION").read_text("ascii").strip()
        here = major_version(self._home.programs)
        if made != here:
            raise PostgresError(
                f"The database in {self._home.data} was made by PostgreSQL {made}, this is {here}. "
                "Export it with pg_dump of the old release and load it here, or move the folder away."
            )

    def _launch(self) -> subprocess.Popen[bytes]:
        options = _OPTIONS | {"unix_socket_directories": str(self._home.sockets)}
        if not self._durable:
            options |= _FORGETFUL
        with self._home.log.open("ab") as log:
            self._log_began = log.tell()
            return subprocess.Popen(
                [
                    str(self._home.programs / "postgres"), "-D", str(self._home.data),
                    *(word for name, value in options.items() for word in ("-c", f"{name}={value}")),
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=dies_with_us(signal.SIGINT),
                **self._as_account(),
            )  # fmt: skip

    def _as_account(self) -> dict[str, Any]:
        account = self._home.account
        return {"cwd": self._home.folder, **(account.popen() if account else {})}

    def _becomes_ready(self) -> bool:
        give_up = time.monotonic() + READY_WITHIN_SECONDS
        while self.is_running() and time.monotonic() < give_up:
            try:
                self._make_database()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return True
        return False

    def _make_database(self) -> None:
        with psycopg.connect(self.dsn_of("postgres"), autocommit=True, connect_timeout=2) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _last_words(self) -> str:
        lines = self._home.log.read_bytes()[self._log_began :].decode("utf-8", "replace").splitlines()
        fatal = [line for line in lines if "FATAL" in line or "PANIC" in line]
        return (fatal or lines or ["it said nothing"])[-1].strip().rstrip(".") + "."
