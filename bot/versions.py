"""What made an answer, so that it can be explained later."""

from __future__ import annotations

import hashlib
import tomllib
from functools import lru_cache
from pathlib import Path

from bot.turn_record import Versions
from office.settings import ROOT, Settings

UNKNOWN = "unknown"
_SHORT = 12
_NOT_HASHED = {"database_dsn", "state_dir"}


@lru_cache(maxsize=1)
def release() -> str:
    """Return the version of the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def versions(settings: Settings, snapshot: str | None) -> Versions:
    """Return the versions in force now; ``snapshot`` is what the action server says it has loaded."""
    return Versions(model_hash(settings.state_dir / "models"), snapshot or UNKNOWN, settings_hash(settings))


def settings_hash(settings: Settings) -> str:
    """Return a short hash of all settings but where things lie."""
    text = settings.model_dump_json(exclude=_NOT_HASHED)
    return hashlib.sha256(text.encode()).hexdigest()[:_SHORT]


def model_hash(folder: Path) -> str:
    """Return a short hash of the newest model in a folder, which is the one that the engine loads."""
    models = sorted(folder.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not models:
        return UNKNOWN
    newest = models[-1].stat()
    return _hash_of(models[-1], newest.st_mtime_ns, newest.st_size)


@lru_cache(maxsize=2)
def _hash_of(path: Path, changed_at: int, size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_SHORT]
