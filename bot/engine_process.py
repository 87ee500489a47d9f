"""How the engine is trained and started from outside its environment; nothing of Rasa is imported here."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MAKES_THE_MODEL = (
    "config.yml",
    "nlu_data/domain",
    "nlu_data/intents",
    "nlu_data/rules",
    "bot/nlu",
    "knowledge_base/vietnamese",
    "knowledge_base/glossary_file.py",
    "knowledge_base/glossary/abbreviation.yml",
    "knowledge_base/glossary/chat.yml",
    "knowledge_base/glossary/regional.yml",
    "office/dossier_code.py",
    "requirements/engine.txt",
)
"""Files and folders, relative to the root, that a model depends on; a change in one asks for a new model."""


@dataclass(frozen=True)
class Command:
    """A process to start: program and arguments, working directory, whole environment."""

    argv: tuple[str, ...]
    cwd: Path
    env: Mapping[str, str]


@dataclass(frozen=True)
class Door:
    """What the running engine is given: its port and secret, how to reach the action server, the contact."""

    port: int
    secret: str
    actions_url: str
    actions_secret: str
    actions_timeout_seconds: float
    hotline: str
    portal_url: str

    def environment(self) -> dict[str, str]:
        """Return the variables that bot/nlu/serve.py reads; a secret is never an argument."""
        return {
            "MOTCUA_ENGINE_SECRET": self.secret,
            "MOTCUA_ACTIONS_URL": self.actions_url,
            "MOTCUA_ACTIONS_SECRET": self.actions_secret,
            "MOTCUA_ACTIONS_TIMEOUT_SECONDS": str(self.actions_timeout_seconds),
            "MOTCUA_HOTLINE": self.hotline,
            "MOTCUA_PORTAL_URL": self.portal_url,
        }


def model_fingerprint(root: Path) -> str:
    """Return a hash of every file that makes the model, by path and content."""
    digest = hashlib.sha256()
    for file in _sources(root):
        digest.update(str(file.relative_to(root)).encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def model_path(root: Path, state_dir: Path) -> Path:
    """Return where the model of these sources is, or will be once it is trained."""
    return state_dir / "models" / f"motcua-{model_fingerprint(root)[:16]}.tar.gz"


def train_command(root: Path, state_dir: Path) -> Command:
    """Return the command that trains the model of ``model_path``; needless when that file is there."""
    model = str(model_path(root, state_dir))
    return _command(root, state_dir, "bot.nlu.train", str(root), model)


def run_command(root: Path, state_dir: Path, door: Door) -> Command:
    """Return the command that serves the trained model at ``turn_url``."""
    model = str(model_path(root, state_dir))
    return _command(root, state_dir, "bot.nlu.serve", model, str(door.port), extra=door.environment())


def engine_module_command(root: Path, state_dir: Path, module: str, *arguments: str) -> Command:
    """Return the command that runs a module of ours in the engine's environment."""
    return _command(root, state_dir, module, *arguments)


def turn_url(port: int) -> str:
    """Return where turns are taken; once the engine is ready, whoever lacks the secret gets 403 there."""
    return f"http://127.0.0.1:{port}/webhooks/turn/"


def _sources(root: Path) -> Iterator[Path]:
    for name in MAKES_THE_MODEL:
        place = root / name
        found = [place] if place.is_file() else place.rglob("*")
        yield from sorted(f for f in found if f.suffix in (".py", ".yml", ".txt") and f.is_file())


def _command(
    root: Path, state_dir: Path, module: str, *arguments: str, extra: Mapping[str, str] | None = None
) -> Command:
    python = root / ".venv-engine" / "bin" / "python"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return Command(
        (str(python), "-W", "ignore", "-m", module, *arguments),
        cwd=root,
        env={**inherited, **_rasa_environment(state_dir), **(extra or {})},
    )


def _rasa_environment(state_dir: Path) -> dict[str, str]:
    """Keep Rasa quiet, offline and inside the state folder; one thread does for a model of this size."""
    return {
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(state_dir / "rasa-cache"),
        "RASA_MAX_CACHE_SIZE": "0",
        "TQDM_DISABLE": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
