"""What the engine's environment does for an evaluation: training, asking, drawing."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.engine_process import engine_module_command
from bot.supervisor.child import Child, Program
from bot.supervisor.training import check_engine_environment
from bot.understanding.labelled import Labelled
from bot.understanding.pipelines import PipelineChoice
from bot.understanding.predicted import Predicted
from office.settings import ROOT, settings

TIMED: Final = 200
"""Texts that are asked one by one, for the time that each takes."""
_LOOK_EVERY_SECONDS = 0.2
_MEASURE, _PLOTS = "bot.understanding.in_engine.measure", "bot.understanding.in_engine.plots"


class ErrandFailed(RuntimeError):
    """The engine's environment could not do it; the message carries its last words."""


@dataclass(frozen=True)
class Training:
    """Examples to train on, and texts to ask what comes of it."""

    examples: Sequence[Labelled]
    ask: Sequence[str]


@dataclass(frozen=True)
class Trained:
    """What came of one training: ``parsed`` [texts], times of processor in seconds and milliseconds, archive in MB."""

    parsed: Sequence[Predicted]
    train_seconds: float
    milliseconds: Sequence[float]
    model_mb: float
    memory_mb: float


def trained(
    pipeline: PipelineChoice, trainings: Sequence[Training], asked: Callable[[int], None]
) -> list[Trained]:
    """Do the trainings one after the other in a process of their own; ``asked`` hears how many texts are done.

    Raises NotSetUp where there is no engine environment, and ErrandFailed.
    """
    job = {
        "config": pipeline.config,
        "tensorflow": pipeline.tensorflow,
        "timed": TIMED,
        "trainings": [_as_rows(training) for training in trainings],
    }
    with tempfile.TemporaryDirectory(prefix="motcua-understanding-") as folder:
        task, answer, progress = (Path(folder) / name for name in ("job.json", "answer.json", "progress"))
        task.write_text(json.dumps(job), "utf-8")
        _run(Path(folder), _MEASURE, task, answer, progress, look=lambda: asked(_number_in(progress)))
        told = json.loads(answer.read_text("utf-8"))
    return [_trained(row, told["memory_mb"]) for row in told["trainings"]]


def draw(plots: Sequence[dict[str, Any]], folder: Path) -> None:
    """Draw PNGs into a folder; in_engine/plots.py says what of. Raises as ``trained`` does."""
    with tempfile.TemporaryDirectory(prefix="motcua-understanding-") as own:
        data = Path(own) / "plots.json"
        data.write_text(json.dumps(plots), "utf-8")
        _run(Path(own), _PLOTS, data, folder, look=lambda: None)


def _run(own: Path, module: str, *arguments: Path, look: Callable[[], None]) -> None:
    check_engine_environment()
    command = engine_module_command(ROOT, settings().state_dir.resolve(), module, *map(str, arguments))
    child = Child(Program("understanding", command.argv, command.cwd, command.env), own)
    child.start()
    try:
        while child.exit_code is None:
            look()
            time.sleep(_LOOK_EVERY_SECONDS)
    finally:
        child.end(give_up=0.0)
    look()
    if child.exit_code:
        raise ErrandFailed(f"The engine's environment ended with {child.exit_code}: {child.last_words}")


def _as_rows(training: Training) -> dict[str, Any]:
    return {"examples": [_as_row(one) for one in training.examples], "ask": list(training.ask)}


def _as_row(one: Labelled) -> dict[str, Any]:
    placed = [entity.as_row() for entity in one.entities if entity.start is not None]
    return {"text": one.text, "intent": one.intent, "entities": placed}


def _trained(row: dict[str, Any], memory_mb: float) -> Trained:
    parsed = [Predicted.of(one) for one in row["parsed"]]
    return Trained(parsed, row["train_seconds"], row["milliseconds"], row["model_mb"], memory_mb)


def _number_in(progress: Path) -> int:
    text = progress.read_text("ascii") if progress.exists() else ""
    return int(text) if text.isdecimal() else 0
