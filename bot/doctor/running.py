"""The running assistant, or what would keep one from starting."""

from __future__ import annotations

from collections.abc import Iterator

from bot.doctor.knowledge import refused_snapshot
from bot.doctor.trouble import Trouble
from bot.supervisor.ports import taken_ports
from bot.supervisor.readiness import parts_ready
from bot.supervisor.run_file import find_running, is_served
from office.postgres.home import log_of
from office.settings import Settings


def running_troubles(settings: Settings) -> Iterator[Trouble]:
    """Yield the parts of a running assistant that do not answer or lag behind, or the ports that are taken."""
    running = find_running(settings.state_dir)
    if running:
        for part, answers in parts_ready(running.gateway).items():
            if not answers:
                yield Trouble(f"The {part} does not answer.", _mend(part, settings))
        yield from refused_snapshot(running.actions)
    elif not is_served(settings.state_dir):
        for name, port in taken_ports(settings).items():
            yield Trouble(f"Port {port} is taken.", f"set MOTCUA_{name.upper()} to a free port")


def _mend(part: str, settings: Settings) -> str:
    if part == "database" and settings.database_dsn:
        return "look after the PostgreSQL of MOTCUA_DATABASE_DSN"
    is_ours = part == "database"
    log = log_of(settings.state_dir) if is_ours else settings.state_dir / "logs" / f"{part}.log"
    return f"read {log}; start motcua serve anew"
