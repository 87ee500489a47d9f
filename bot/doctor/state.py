"""The state folder: secrets, model, knowledge, the database, and what root has left elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bot.doctor.knowledge import knowledge_troubles
from bot.doctor.trouble import Trouble
from bot.engine_process import model_path
from bot.supervisor.training import is_whole
from office.login import login_trouble
from office.postgres.home import OWNER_FILE, elsewhere_homes
from office.secrets import FILE as SECRETS
from office.secrets import SecretsUnusable, secrets
from office.settings import ROOT, Settings


def state_troubles(settings: Settings) -> Iterator[Trouble]:
    """Yield what is wrong in the state folder; one that is not there yet is none."""
    yield from _folder_troubles(settings.state_dir)
    yield from _model_troubles(settings)
    yield from knowledge_troubles(settings)
    yield from _database_troubles(settings.database_dsn)
    for home in elsewhere_homes():
        state_dir = (home / OWNER_FILE).read_text("utf-8")
        if not Path(state_dir).exists():
            yield Trouble(f"{home} holds the database of {state_dir}, which is gone.", f"rm -r {home}")


def _folder_troubles(state_dir: Path) -> Iterator[Trouble]:
    try:
        if (state_dir / SECRETS).exists():
            secrets(state_dir)
    except SecretsUnusable as error:
        what, _, mend = str(error).partition(". ")
        yield Trouble(f"{what}.", mend.removeprefix("Run: "))
    except OSError as error:
        yield Trouble(f"{error.filename}: {error.strerror}.", "run as the account that made it")
    if state_dir.exists() and not os.access(state_dir, os.W_OK | os.X_OK):
        yield Trouble(f"{state_dir} cannot be written to.", "set MOTCUA_STATE_DIR to a folder of yours")


def _model_troubles(settings: Settings) -> Iterator[Trouble]:
    model = model_path(ROOT, settings.state_dir)
    if not model.exists():
        yield Trouble("There is no model of the present training files.", "motcua train")
    elif not is_whole(model):
        yield Trouble(f"The model {model} is damaged.", "motcua train")


def _database_troubles(dsn: str) -> Iterator[Trouble]:
    if not dsn:
        return
    if trouble := login_trouble(dsn):
        yield Trouble(
            f"The PostgreSQL of MOTCUA_DATABASE_DSN cannot be used: {trouble.what}.", "mend it or the setting"
        )
