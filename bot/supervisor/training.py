"""Training the engine's model, beside everything else."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.engine_process import model_path
from bot.supervisor.child import Child
from bot.supervisor.errors import NotSetUp, TrainingFailed
from bot.supervisor.logs import last_line
from bot.supervisor.programs import training_program
from office.settings import ROOT, Settings

ENGINE_PYTHON = Path(".venv-engine", "bin", "python")


def is_trained(settings: Settings) -> bool:
    """Whether the model of the present sources is there."""
    return model_path(ROOT, settings.state_dir).exists()


def check_engine_environment() -> None:
    """Raise NotSetUp if there is no environment to train and run the engine in."""
    if not (ROOT / ENGINE_PYTHON).exists():
        raise NotSetUp("The engine's environment .venv-engine is missing. Run: make setup")


class Training:
    """A training under way; the model appears when it is whole."""

    def __init__(self, settings: Settings) -> None:
        check_engine_environment()
        logs = settings.state_dir / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        for broken_off in (settings.state_dir / "models").glob(".training-*"):
            shutil.rmtree(broken_off)
        self._child = Child(training_program(settings), logs)
        self._child.log.unlink(missing_ok=True)
        self._child.start()

    @property
    def pid(self) -> int | None:
        """Process id."""
        return self._child.pid

    def is_done(self) -> bool:
        """Whether the model is there; raises TrainingFailed."""
        code = self._child.exit_code
        if code:
            raise TrainingFailed(
                f"The model could not be trained: {last_line(self._child.log)} "
                f"All of it is in {self._child.log}. Most often a file in nlu_data is wrong: run motcua check."
            )
        return code == 0

    def stop(self) -> None:
        """Give up."""
        self._child.end(give_up=0.0)
