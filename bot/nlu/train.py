"""Train a model: ``python -m bot.nlu.train ROOT MODEL``, where ROOT holds config.yml and nlu_data.

The model appears under its name only once it is whole.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from bot.nlu.without_tensorflow import leave_out_tensorflow

leave_out_tensorflow()

import rasa.model_training  # noqa: E402

from bot.nlu import quiet_log  # noqa: E402

KEPT_MODELS = 3
"""The one in use and two to go back to."""


class NotTrained(RuntimeError):
    """Rasa ended without a model."""


def train(root: Path, model: Path) -> None:
    """Train from the files under ``root`` and put the model in place."""
    data = root / "nlu_data"
    model.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.parent, prefix=".training-") as folder:
        result = rasa.model_training.train(
            domain=str(data / "domain"),
            config=str(root / "config.yml"),
            training_files=[str(data / "intents"), str(data / "rules")],
            output=folder,
            fixed_model_name=model.name,
            force_training=True,
        )
        if result.code or not result.model:
            raise NotTrained(f"training ended with code {result.code}")
        os.replace(result.model, model)
    _keep_newest(model.parent)


def _keep_newest(folder: Path) -> None:
    models = sorted(folder.glob("*.tar.gz"), key=lambda model: model.stat().st_mtime)
    for old in models[:-KEPT_MODELS]:
        old.unlink()


def main() -> None:
    """Train as the command line says."""
    root, model = map(Path, sys.argv[1:])
    quiet_log.configure()
    train(root, model)


if __name__ == "__main__":
    main()
