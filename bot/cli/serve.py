"""Start the assistant and keep it running."""

from __future__ import annotations

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, tell
from bot.supervisor.making import MakingFailed
from bot.supervisor.ports import taken_ports
from bot.supervisor.run_file import find_running
from bot.supervisor.supervisor import Supervisor
from knowledge_base.snapshot import SnapshotError
from office.postgres.errors import PostgresError
from office.settings import settings


def serve() -> None:
    """Start everything on this machine; Ctrl-C ends all of it."""
    chosen = settings()
    if running := find_running(chosen.state_dir):
        fail(f"An assistant runs already: {running.gateway} (process {running.pid}).", ExitCode.NOT_STARTED)
    if taken := taken_ports(chosen):
        names = ", ".join(f"MOTCUA_{name.upper()}={port}" for name, port in taken.items())
        fail(f"Ports are taken: {names}. End what uses them, or set other ones.", ExitCode.NOT_STARTED)
    try:
        Supervisor(chosen, tell).run()
    except (PostgresError, SnapshotError, MakingFailed) as error:
        fail(str(error), ExitCode.NOT_STARTED)
