"""Starts PostgreSQL and the four services side by side and keeps them running until told to stop."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from bot.checks.data_files import check_data_files
from bot.checks.everything import check_sayable
from bot.engine_process import model_path
from bot.supervisor.child import Child
from bot.supervisor.database import DatabasePart
from bot.supervisor.engine import EnginePart
from bot.supervisor.errors import AlreadyRunning, HasMistakes, KeepsEnding
from bot.supervisor.knowledge import KnowledgePart
from bot.supervisor.logs import keep_short, log_folder
from bot.supervisor.ports import check_ports
from bot.supervisor.programs import publishing_program, service_programs
from bot.supervisor.readiness import answers, parts_ready
from bot.supervisor.run_file import LOCK, Running, forget_running, write_running
from bot.supervisor.show import Show
from bot.supervisor.terminal import Terminal
from bot.supervisor.training import check_engine_environment
from bot.versions import release
from knowledge_base.findings import Finding
from office.mendable import HOPELESS
from office.process_lock import LockHeld, ProcessLock
from office.secrets import secrets
from office.settings import LOOPBACK, ROOT, Settings
from office.unknown_settings import unknown_settings

LOOK_EVERY_SECONDS = 0.1
ASK_EVERY_SECONDS = 0.3
PAGE_FIRST_SECONDS = 3.0
EARLY_ENDS = 4
"""Times in a row that a service may end before the assistant was ready once; the pauses between make 3 s."""

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
        self._engine: EnginePart | None = None
        self._knowledge: KnowledgePart | None = None
        self._terminal = Terminal()
        self._began = time.monotonic()
        self._stop_signals = 0
        self._is_ready = False
        self._ask_at = 0.0

    @property
    def gateway(self) -> str:
        """Address of the chat page."""
        return _address(self._settings.host, self._settings.gateway_port)

    def run(self) -> None:
        """Start everything and watch over it until a signal comes or the terminal goes. Raises Mendable errors."""
        for warning in unknown_settings(os.environ):
            self._show.say(warning)
        self._state_dir.mkdir(parents=True, exist_ok=True)
        lock = self._take_lock()
        _refuse(check_data_files(ROOT))
        check_ports(self._settings)
        check_engine_environment()
        self._heed_signals()
        try:
            self._start()
            while not self._stop_signals and not self._terminal.is_closed():
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
        secrets(self._state_dir)
        self._database = DatabasePart(self._settings)
        if trouble := self._database.trouble():
            self._show.say(f"database: {trouble} It is waited for.")
        programs, logs = service_programs(self._settings, self._database.dsn), log_folder(self._state_dir)
        self._children = {name: Child(program, logs) for name, program in programs.items()}
        self._engine = EnginePart(self._settings, self._children["engine"], self._begin)
        self._begin("gateway")
        self._show.say(f"Chat page: {self.gateway}")
        self._begin_engine(self._engine)
        self._show.part("database", "starting")
        self._database.start()
        self._leave_the_page_first()
        _refuse(check_sayable(ROOT))
        self._begin_knowledge(Child(publishing_program(self._settings), logs))
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

    def _begin_engine(self, engine: EnginePart) -> None:
        if state := engine.start():
            self._show.part("engine", state)

    def _begin_knowledge(self, publisher: Child) -> None:
        self._knowledge = KnowledgePart(
            self._settings, publisher, lambda: self._begin("actions"), self._show.say
        )
        if state := self._knowledge.start():
            self._show.part("actions", state)

    def _look(self) -> None:
        if self._database and (happened := self._database.mend()):
            self._tell_of("database", happened)
        if self._knowledge:
            self._knowledge.goes_on()
        if self._engine:
            self._look_at_engine(self._engine)
        for name, child in self._children.items():
            if child.exit_code is not None and not (name == "engine" and self._is_training()):
                self._mend(name, child)
            keep_short(child.log)
        if not self._is_ready:
            self._see_who_is_ready()
        self._show.tick()

    def _look_at_engine(self, engine: EnginePart) -> None:
        engine.goes_on()
        if engine.lacks_model():
            self._tell_of("engine", "its model is damaged or gone; it is trained anew.")
            self._begin_engine(engine)

    def _is_training(self) -> bool:
        return self._engine is not None and self._engine.is_training

    def _mend(self, name: str, child: Child) -> None:
        code = child.exit_code
        if code == HOPELESS:
            raise KeepsEnding(child.last_words)
        if child.early_ends >= EARLY_ENDS and not self._is_ready:
            raise KeepsEnding(
                f"{name} ended {child.early_ends} times, the last time with code {code}: {child.last_words} "
                f"All of it is in {child.log}. {self._mends(name)}"
            )
        if child.mend():
            self._tell_of(name, f"ended with code {code}; it was started again. Its log: {child.log}")

    def _mends(self, name: str) -> str:
        if name == "engine":
            return f"Delete the model {model_path(ROOT, self._state_dir)} to have it trained anew."
        return "Mend what it names, or run: motcua doctor"

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
            self._write_run_file()
            seconds = time.monotonic() - self._began
            self._show.say(f"Ready after {seconds:.1f} s. Chat page: {self.gateway} (Ctrl-C ends it)")
        self._ask_at = time.monotonic() + ASK_EVERY_SECONDS

    def _stop(self) -> None:
        """Stop the gateway while the others still answer it, then the others, then the database."""
        self._show.rest()
        self._show.say("Stopping.")
        gateway = [child for name, child in self._children.items() if name == "gateway"]
        others = [child for name, child in self._children.items() if name != "gateway"]
        if self._engine:
            self._engine.stop_training()
        if self._knowledge:
            self._knowledge.stop()
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
            intake=_address(LOOPBACK, chosen.intake_port),
            actions=_address(LOOPBACK, chosen.actions_port),
            engine=_address(LOOPBACK, chosen.engine_port),
            is_ready=self._is_ready,
            pids={name: part.pid for name, part in parts.items() if part and part.pid},
            versions={"motcua": release()},
        )
        write_running(self._state_dir, running)


def _refuse(mistakes: Sequence[Finding]) -> None:
    if mistakes:
        raise HasMistakes(mistakes)


def _address(host: str, port: int) -> str:
    reachable = {"0.0.0.0": LOOPBACK, "::": "[::1]"}.get(host, host)  # noqa: S104
    return f"http://{reachable}:{port}"
