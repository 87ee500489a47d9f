"""Starts PostgreSQL and the four services side by side and keeps them running until told to stop."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from bot.supervisor.child import Child
from bot.supervisor.database import DatabasePart
from bot.supervisor.errors import AlreadyRunning
from bot.supervisor.logs import keep_short
from bot.supervisor.ports import check_ports
from bot.supervisor.programs import service_programs
from bot.supervisor.readiness import answers, parts_ready
from bot.supervisor.run_file import LOCK, Running, forget_running, write_running
from bot.supervisor.show import Show
from bot.supervisor.training import Training, check_engine_environment, is_trained
from bot.versions import release
from knowledge_base.knowledge import KNOWLEDGE_FOLDER
from knowledge_base.snapshot import build_snapshot
from office.process_lock import LockHeld, ProcessLock
from office.secrets import secrets
from office.settings import Settings

LOOK_EVERY_SECONDS = 0.1
ASK_EVERY_SECONDS = 0.3
PAGE_FIRST_SECONDS = 3.0
GATEWAY_STOPS_WITHIN, SERVICES_STOP_WITHIN, DATABASE_STOPS_WITHIN = 6.0, 1.5, 2.0
"""Seconds; the gateway comes first and has the longest, so that turns under way are answered."""


class Supervisor:
    """One assistant on one machine."""

    def __init__(self, settings: Settings, show: Show) -> None:
        self._settings = settings
        self._show = show
        self._state_dir: Path = settings.state_dir
        self._children: dict[str, Child] = {}
        self._database: DatabasePart | None = None
        self._training: Training | None = None
        self._version = {"motcua": release()}
        self._began = time.monotonic()
        self._stop_signals = 0
        self._is_ready = False
        self._ask_at = 0.0

    @property
    def gateway(self) -> str:
        """Address of the chat page."""
        return self._address(self._settings.gateway_port)

    def run(self) -> None:
        """Start everything and watch over it until a signal comes. Raises NotStarted and PostgresError."""
        self._state_dir.mkdir(parents=True, exist_ok=True)
        lock = self._take_lock()
        check_ports(self._settings)
        check_engine_environment()
        self._heed_signals()
        try:
            self._start()
            while not self._stop_signals:
                self._look()
                time.sleep(LOOK_EVERY_SECONDS)
        finally:
            self._stop()
            lock.let_go()

    def _take_lock(self) -> ProcessLock:
        lock = ProcessLock(self._state_dir / LOCK)
        try:
            lock.take()
        except LockHeld as error:
            raise AlreadyRunning(
                f"Process {error.holder} serves {self._state_dir} already. "
                "End it, or set MOTCUA_STATE_DIR and the ports to other ones."
            ) from None
        return lock

    def _heed_signals(self) -> None:
        for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(which) != signal.SIG_IGN:  # nohup has its way
                signal.signal(which, self._ask_to_stop)

    def _ask_to_stop(self, number: int, frame: object) -> None:
        self._stop_signals += 1

    def _start(self) -> None:
        """Begin with what people see, then with what takes longest."""
        logs = self._state_dir / "logs"
        logs.mkdir(exist_ok=True)
        secrets(self._state_dir)
        self._database = DatabasePart(self._settings)
        programs = service_programs(self._settings, self._database.dsn)
        self._children = {name: Child(program, logs) for name, program in programs.items()}
        self._begin("gateway")
        self._show.say(f"Chat page: {self.gateway}")
        self._begin_engine()
        self._show.part("database", "starting")
        self._database.start()
        self._version["snapshot"] = build_snapshot(KNOWLEDGE_FOLDER, self._settings.snapshot_path)
        self._leave_the_page_first()
        self._begin("actions")
        self._begin("intake")

    def _begin(self, name: str) -> None:
        if self._stop_signals:
            return
        self._children[name].start()
        self._show.part(name, "starting")
        self._write_run_file()

    def _leave_the_page_first(self) -> None:
        """Wait a moment for the gateway: on two cores everything at once would keep the page away for long."""
        give_up = time.monotonic() + PAGE_FIRST_SECONDS
        while not self._stop_signals and time.monotonic() < give_up and not answers(self.gateway):
            time.sleep(LOOK_EVERY_SECONDS)

    def _begin_engine(self) -> None:
        if is_trained(self._settings):
            self._begin("engine")
        else:
            self._show.part("engine", "training (about a minute, only after a change)")
            self._training = Training(self._settings)

    def _look(self) -> None:
        if self._database and (happened := self._database.mend()):
            self._tell_of("database", happened)
        if self._training and self._training.is_done():
            self._training = None
            self._begin("engine")
        for name, child in self._children.items():
            code = child.exit_code
            if child.mend():
                self._tell_of(name, f"ended with code {code}; it was started again. Its log: {child.log}")
            keep_short(child.log)
        if not self._is_ready:
            self._see_who_is_ready()
        self._show.tick()

    def _tell_of(self, part: str, what: str) -> None:
        self._show.say(f"{part}: {what}")
        self._write_run_file()

    def _see_who_is_ready(self) -> None:
        if time.monotonic() < self._ask_at:
            return
        ready = parts_ready(self.gateway)
        for name in (name for name, is_there in ready.items() if is_there):
            self._show.part(name, "ready")
        self._is_ready = all(ready.values())
        if self._is_ready:
            seconds = time.monotonic() - self._began
            self._show.say(f"Ready after {seconds:.1f} s. Chat page: {self.gateway} (Ctrl-C ends it)")
        self._ask_at = time.monotonic() + ASK_EVERY_SECONDS

    def _stop(self) -> None:
        """Stop the gateway while the others still answer it, then the others, then the database."""
        self._show.rest()
        self._show.say("Stopping.")
        gateway = [child for name, child in self._children.items() if name == "gateway"]
        others = [child for name, child in self._children.items() if name != "gateway"]
        if self._training:
            self._training.stop()
        for children, seconds in ((gateway, GATEWAY_STOPS_WITHIN), (others, SERVICES_STOP_WITHIN)):
            give_up = time.monotonic() + seconds
            for child in children:
                child.ask_to_end()
            for child in children:
                child.end(give_up)
        if self._database:
            self._database.stop(DATABASE_STOPS_WITHIN)
        forget_running(self._state_dir)

    def _write_run_file(self) -> None:
        chosen = self._settings
        parts = {"database": self._database, **self._children}
        running = Running(
            pid=os.getpid(),
            gateway=self.gateway,
            intake=self._address(chosen.intake_port),
            actions=self._address(chosen.actions_port),
            engine=self._address(chosen.engine_port),
            pids={name: part.pid for name, part in parts.items() if part and part.pid},
            versions=self._version,
        )
        write_running(self._state_dir, running)

    def _address(self, port: int) -> str:
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self._settings.host, self._settings.host)  # noqa: S104
        return f"http://{host}:{port}"
