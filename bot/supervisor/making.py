"""What must be there before the services start: the knowledge snapshot and the trained model."""

from __future__ import annotations

import subprocess

from bot.engine_process import model_path, train_command
from knowledge_base.knowledge import KNOWLEDGE_FOLDER
from knowledge_base.snapshot import build_snapshot
from office.settings import ROOT, Settings


class MakingFailed(Exception):
    """The model could not be trained; the message names the log."""


def make_snapshot(settings: Settings) -> str:
    """Build the knowledge snapshot from the procedure files; return its version."""
    settings.state_dir.mkdir(parents=True, exist_ok=True)
    return build_snapshot(KNOWLEDGE_FOLDER, settings.state_dir / "snapshot.json")


def is_trained(settings: Settings) -> bool:
    """Whether the model of the present sources is there."""
    return model_path(ROOT, settings.state_dir).exists()


def train(settings: Settings) -> None:
    """Train the model of the present sources; raises MakingFailed."""
    logs = settings.state_dir / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    command = train_command(ROOT, settings.state_dir)
    log = logs / "train.log"
    with log.open("wb") as out:
        done = subprocess.run(
            command.argv, cwd=command.cwd, env=dict(command.env), stdout=out, stderr=out, check=False
        )
    if done.returncode:
        raise MakingFailed(
            f"Training failed; read {log}. Most often a file under nlu_data is wrong: run motcua check."
        )
