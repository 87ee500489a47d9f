"""The services of the assistant as programs to run."""

from __future__ import annotations

import os
import sys

from bot.engine_process import Command, Door, run_command, train_command
from bot.supervisor.child import Program
from office.secrets import secrets
from office.settings import LOOPBACK, ROOT, Settings

_OURS = {"gateway": "bot.gateway", "intake": "intake.server", "actions": "actions.server"}


def service_programs(settings: Settings, dsn: str) -> dict[str, Program]:
    """Return gateway, intake, action server and engine by name."""
    env = {
        **os.environ,
        "MOTCUA_DATABASE_DSN": dsn,
        "MOTCUA_STATE_DIR": str(settings.state_dir.resolve()),
        "PYTHONUNBUFFERED": "1",
    }
    ours = {name: Program(name, (sys.executable, "-m", module), ROOT, env) for name, module in _OURS.items()}
    return {**ours, "engine": engine_program(settings)}


def publishing_program(settings: Settings) -> Program:
    """Return what publishes the knowledge as its files are."""
    env = {**os.environ, "MOTCUA_STATE_DIR": str(settings.state_dir.resolve()), "PYTHONUNBUFFERED": "1"}
    return Program("publisher", (sys.executable, "-m", "bot.cli.main", "kb", "publish"), ROOT, env)


def training_program(settings: Settings) -> Program:
    """Return what trains the model of the present sources."""
    return _program("training", train_command(ROOT, settings.state_dir.resolve()))


def engine_program(settings: Settings) -> Program:
    """Return the engine with the model of the present sources."""
    known = secrets(settings.state_dir)
    door = Door(
        port=settings.engine_port,
        secret=known.engine_secret,
        actions_url=f"http://{LOOPBACK}:{settings.actions_port}/webhook",
        actions_secret=known.actions_secret,
        actions_timeout_seconds=settings.actions_timeout_seconds,
        hotline=settings.hotline,
        portal_url=settings.portal_url,
    )
    return _program("engine", run_command(ROOT, settings.state_dir.resolve(), door))


def _program(name: str, command: Command) -> Program:
    return Program(name, command.argv, command.cwd, command.env)
