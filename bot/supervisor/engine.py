"""The engine as a part of the assistant: trained when it must be, then kept running."""

from __future__ import annotations

from collections.abc import Callable

from bot.engine_process import model_path
from bot.supervisor.child import Child
from bot.supervisor.programs import engine_program
from bot.supervisor.training import Training, is_trained, is_whole
from office.settings import ROOT, Settings

TRAINING = "training (about a minute, only after a change)"


class EnginePart:
    """Waits for its model; trains it anew when the file is damaged."""

    def __init__(self, settings: Settings, child: Child, begin: Callable[[str], None]) -> None:
        self._settings = settings
        self._child = child
        self._begin = begin
        self._model = model_path(ROOT, settings.state_dir)
        self._training: Training | None = None

    def start(self) -> str | None:
        """Start the engine, or return the state that it is in until then; raises NotSetUp and HasMistakes."""
        if is_trained(self._settings):
            self._begin("engine")
            return None
        self._training = Training(self._settings)
        self._model = model_path(ROOT, self._settings.state_dir)
        self._child.becomes(engine_program(self._settings))
        return TRAINING

    def goes_on(self) -> None:
        """Start the engine when its training is done; raises TrainingFailed."""
        if self._training and self._training.is_done():
            self._training = None
            self._begin("engine")

    def lacks_model(self) -> bool:
        """Whether the engine has ended because there is no whole model any more, and none is being trained."""
        return self._training is None and self._child.exit_code is not None and not is_whole(self._model)

    @property
    def is_training(self) -> bool:
        return self._training is not None

    def stop_training(self) -> None:
        """Give a training up."""
        if self._training:
            self._training.stop()
