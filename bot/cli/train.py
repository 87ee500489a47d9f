"""Train the engine's model."""

from __future__ import annotations

import time

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give
from bot.cli.terminal import progress_of
from bot.engine_process import model_path
from bot.supervisor.errors import HasMistakes, NotSetUp, TrainingFailed
from bot.supervisor.training import Training, is_trained
from office.settings import ROOT, settings

_LOOK_EVERY_SECONDS = 0.2


def train(as_json: bool) -> None:
    """Train if anything that makes the model has changed, and print where the model is."""
    was_there = is_trained(settings())
    if not was_there:
        try:
            _train()
        except (HasMistakes, TrainingFailed) as error:
            fail(str(error), ExitCode.FINDINGS)
        except NotSetUp as error:
            fail(str(error), ExitCode.NOT_STARTED)
    model = str(model_path(ROOT, settings().state_dir))
    give({"model": model, "trained": not was_there}, as_json=as_json, plain=model)


def _train() -> None:
    training = Training(settings())
    try:
        with progress_of("Training the model", total=None) as update:
            while not training.is_done():
                update(0)
                time.sleep(_LOOK_EVERY_SECONDS)
    finally:
        training.stop()
