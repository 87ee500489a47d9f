"""Train the engine's model."""

from __future__ import annotations

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import fail, give, tell
from bot.engine_process import model_path
from bot.supervisor.making import MakingFailed, is_trained
from bot.supervisor.making import train as train_model
from office.settings import ROOT, settings


def train(as_json: bool) -> None:
    """Train if anything that makes the model has changed."""
    was_there = is_trained(settings())
    if not was_there:
        tell("Training; about a minute …")
        try:
            train_model(settings())
        except MakingFailed as error:
            fail(str(error), ExitCode.FINDINGS)
    model = str(model_path(ROOT, settings().state_dir))
    give({"model": model, "trained": not was_there}, as_json=as_json, plain=model)
