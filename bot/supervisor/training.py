"""Training the engine's model, beside everything else."""

from __future__ import annotations

import gzip
import shutil
import tarfile
import zlib
from pathlib import Path

from bot.checks.nlu import check_trainable
from bot.engine_process import model_path
from bot.supervisor.child import Child
from bot.supervisor.errors import HasMistakes, NotSetUp, TrainingFailed
from bot.supervisor.logs import log_folder
from bot.supervisor.programs import training_program
from office.settings import ROOT, Settings

ENGINE_PYTHON = Path(".venv-engine", "bin", "python")
_IN_EVERY_MODEL = "metadata.json"
_AT_ONCE = 2**20


def is_trained(settings: Settings) -> bool:
    """Whether the model of the present sources is there and whole."""
    return is_whole(model_path(ROOT, settings.state_dir))


def is_whole(model: Path) -> bool:
    """Whether an archive is a model down to its last byte, by the checksum that it ends with (10 ms)."""
    try:
        with gzip.open(model) as stream, tarfile.open(fileobj=stream, mode="r:") as archive:
            is_model = any(member.name.rpartition("/")[2] == _IN_EVERY_MODEL for member in archive)
            while stream.read(_AT_ONCE):
                pass
    except (OSError, EOFError, tarfile.TarError, zlib.error):
        return False
    return is_model


def check_engine_environment() -> None:
    """Raise NotSetUp if there is no environment to train and run the engine in."""
    if not (ROOT / ENGINE_PYTHON).exists():
        raise NotSetUp("The engine's environment .venv-engine is missing. Run: make setup")


class Training:
    """A training under way; the model appears when it is whole. Raises NotSetUp and HasMistakes."""

    def __init__(self, settings: Settings) -> None:
        check_engine_environment()
        if mistakes := check_trainable(ROOT):
            raise HasMistakes(mistakes)
        for broken_off in (settings.state_dir / "models").glob(".training-*"):
            shutil.rmtree(broken_off)
        self._child = Child(training_program(settings), log_folder(settings.state_dir))
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
                f"The model could not be trained: {self._child.last_words} "
                f"All of it is in {self._child.log}. Mend what it names, or run: motcua doctor"
            )
        return code == 0

    def stop(self) -> None:
        """Give up."""
        self._child.end(give_up=0.0)
