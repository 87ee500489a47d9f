"""The services of the assistant as programs to run."""

from __future__ import annotations

import os
import sys

from bot.engine_process import Door, run_command
from bot.supervisor.child import Program
from office.secrets import secrets
from office.settings import ROOT, Settings


def programs(settings: Settings, dsn: str) -> list[Program]:
    """Return gateway, intake, action server and engine; the gateway first, so that the page answers at once."""
    env = {
        **os.environ,
        "MOTCUA_DATABASE_DSN": dsn,
        "MOTCUA_STATE_DIR": str(settings.state_dir),
        "PYTHONUNBUFFERED": "1",
    }
    ours = [
        Program(name, (sys.executable, "-m", module), ROOT, env)
        for name, module in (
            ("gateway", "bot.gateway"),
            ("intake", "intake.server"),
            ("actions", "actions.server"),
        )
    ]
    return [*ours, _engine(settings)]


def _engine(settings: Settings) -> Program:
    known = secrets(settings.state_dir)
    door = Door(
        port=settings.engine_port,
        secret=known.engine_secret,
        actions_url=f"http://{settings.host}:{settings.actions_port}/webhook",
        actions_secret=known.actions_secret,
        actions_timeout_seconds=settings.actions_timeout_seconds,
        hotline=settings.hotline,
        portal_url=settings.portal_url,
    )
    command = run_command(ROOT, settings.state_dir, door)
    return Program("engine", command.argv, command.cwd, command.env)
