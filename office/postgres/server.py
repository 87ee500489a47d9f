"""Start and stop the embedded PostgreSQL."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

from office.parent_death import end_with_parent
from office.postgres.errors import PostgresError
from office.postgres.home import Home, prepare_home

USER = DATABASE = "motcua"
READY_WITHIN_SECONDS = 30.0
STOPPED_WITHIN_SECONDS = 10.0
_INIT = (
    f"--username={USER}", "--auth=scram-sha-256", "--encoding=UTF8", "--no-sync",
    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
)  # fmt: skip


class PostgresServer:
    """A PostgreSQL of our own on loopback; it ends with the process that started it."""

    def __init__(self, state_dir: Path) -> None:
        self._home: Home = prepare_home(state_dir)
        self._process: subprocess.Popen[bytes] | None = None
        self._port = 0

    @property
    def dsn(self) -> str:
        """Address of the database, with its password."""
        return self._dsn(DATABASE)

    @property
    def pid(self) -> int | None:
        """Process id of the running server."""
        return self._process.pid if self._process else None

    def start(self, *, same_port: bool = False) -> None:
        """Make the data folder the first time, end an orphan of ours, start, wait, make the database.

        Raises PostgresError. ``same_port`` keeps the address that its clients know.
        """
        if not (self._home.data / "PG_VERSION").exists():
            self._make()
        stop_orphan(self._home.data)
        if not same_port:
            self._port = _free_port()
        self._process = self._launch()
        self._wait()

    def is_running(self) -> bool:
        """Whether the server's process is alive."""
        return self._process is not None and self._process.poll() is None

    def stop(self) -> None:
        """Shut down fast: sessions end, nothing that was committed is lost."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(STOPPED_WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGQUIT)
                self._process.wait()

    def _make(self) -> None:
        password = self._home.folder / "password"
        command = [str(self._home.programs / "initdb"), "-D", str(self._home.data), f"--pwfile={password}"]
        done = subprocess.run(
            [*command, *_INIT], capture_output=True, text=True, check=False, **self._as_account()
        )
        if done.returncode:
            raise PostgresError(f"initdb failed in {self._home.folder}: {done.stderr.strip()[-500:]}")

    def _launch(self) -> subprocess.Popen[bytes]:
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self._port),
            "unix_socket_directories": "",
            "max_connections": "100",
        }
        settings = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
        with self._home.log.open("ab") as log:
            return subprocess.Popen(
                [str(self._home.programs / "postgres"), "-D", str(self._home.data), *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=end_with_parent(signal.SIGINT),
                **self._as_account(),
            )

    def _as_account(self) -> dict[str, Any]:
        account = self._home.account
        where: dict[str, Any] = {"cwd": self._home.folder}
        return where | ({"user": account.uid, "group": account.gid, "extra_groups": []} if account else {})

    def _wait(self) -> None:
        give_up = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < give_up and self.is_running():
            with suppress(psycopg.OperationalError):
                self._make_database()
                return
            time.sleep(0.05)
        raise PostgresError(f"PostgreSQL did not start; read {self._home.log}")

    def _make_database(self) -> None:
        with psycopg.connect(self._dsn("postgres"), autocommit=True, connect_timeout=2) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")

    def _dsn(self, database: str) -> str:
        return f"postgresql://{USER}:{self._home.password}@127.0.0.1:{self._port}/{database}"


def stop_orphan(data: Path) -> None:
    """End a server that still runs on this data folder; anybody else's is left alone."""
    try:
        pid = int((data / "postmaster.pid").read_text("utf-8").splitlines()[0])
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (OSError, ValueError, IndexError):
        return
    if str(data).encode() not in command:
        return
    os.kill(pid, signal.SIGINT)
    give_up = time.monotonic() + STOPPED_WITHIN_SECONDS
    while Path(f"/proc/{pid}").exists() and time.monotonic() < give_up:
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
