"""Keeps PostgreSQL and the four services running until told to stop."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import httpx

from bot.supervisor.child import Child
from bot.supervisor.making import is_trained, make_snapshot, train
from bot.supervisor.programs import programs
from bot.supervisor.run_file import Running, forget_running, write_running
from office.postgres.server import PostgresServer
from office.secrets import secrets
from office.settings import Settings

STOP_WITHIN_SECONDS = 9.0
LOOK_EVERY_SECONDS = 0.2
Say = Callable[[str], None]


class Supervisor:
    """One assistant on one machine."""

    def __init__(self, settings: Settings, say: Say) -> None:
        self._settings = settings
        self._say = say
        self._postgres: PostgresServer | None = None
        self._children: list[Child] = []
        self._stopping = False
        self._ready = False
        self._began = time.monotonic()

    @property
    def gateway(self) -> str:
        """Address of the chat page."""
        return f"http://{self._settings.host}:{self._settings.gateway_port}"

    def run(self) -> None:
        """Start everything and watch over it until a signal comes."""
        for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(which, self._ask_to_stop)
        try:
            self._start()
            while not self._stopping:
                self._look()
                time.sleep(LOOK_EVERY_SECONDS)
        finally:
            self._stop()

    def _ask_to_stop(self, number: int, frame: object) -> None:
        self._stopping = True

    def _start(self) -> None:
        logs = self._settings.state_dir / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        secrets(self._settings.state_dir)
        dsn = self._settings.database_dsn or self._start_postgres()
        make_snapshot(self._settings)
        self._children = [Child(program, logs) for program in programs(self._settings, dsn)]
        *services, engine = self._children
        for child in services:
            child.start()
        write_running(self._settings.state_dir, Running(os.getpid(), self.gateway))
        self._say(f"Chat page: {self.gateway} (starting)")
        if not is_trained(self._settings):
            self._say("Training the model; about a minute, only after a change …")
            train(self._settings)
        engine.start()

    def _start_postgres(self) -> str:
        self._postgres = PostgresServer(self._settings.state_dir)
        self._postgres.start()
        return self._postgres.dsn

    def _look(self) -> None:
        if self._postgres and not self._postgres.is_running():
            self._say("The database stopped; starting it again.")
            self._postgres.start()
        for child in self._children:
            child.mend()
        if not self._ready and is_ready(self.gateway):
            self._ready = True
            self._say(f"Ready after {time.monotonic() - self._began:.1f} s: {self.gateway}")

    def _stop(self) -> None:
        give_up = time.monotonic() + STOP_WITHIN_SECONDS
        for child in self._children:
            child.ask_to_end()
        for child in self._children:
            child.end(give_up)
        if self._postgres:
            self._postgres.close()
        forget_running(self._settings.state_dir)


def is_ready(gateway: str) -> bool:
    """Whether every part of the assistant answers."""
    try:
        return httpx.get(f"{gateway}/readyz", timeout=1).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False
