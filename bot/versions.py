"""What made an answer, so that it can be explained later."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path

from bot.engine_process import model_path
from bot.turn_record import Versions
from office.settings import ROOT, Settings

UNKNOWN = "unknown"
_SHORT = 12
_NOT_HASHED = {"database_dsn", "state_dir", "catalogue_dir", "snapshots_dir"}


@lru_cache(maxsize=1)
def release() -> str:
    """Return the version of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def versions(settings: Settings, snapshot: str | None) -> Versions:
    """Return the versions in force now; ``snapshot`` is what the action server says it has loaded."""
    return Versions(model_version(settings.state_dir), snapshot or UNKNOWN, settings_hash(settings))


def settings_hash(settings: Settings) -> str:
    """Return a short hash of all settings but where things lie."""
    text = settings.model_dump_json(exclude=_NOT_HASHED)
    return hashlib.sha256(text.encode()).hexdigest()[:_SHORT]


def model_version(state_dir: Path) -> str:
    """Return the fingerprint of the model that the engine serves; unknown until it has been trained."""
    model = _model(state_dir)
    return model.name.removesuffix(".tar.gz") if model.exists() else UNKNOWN


@lru_cache(maxsize=1)
def _model(state_dir: Path) -> Path:
    """Return where the model lies, reckoned once: other training data means a restart."""
    return model_path(ROOT, state_dir)
