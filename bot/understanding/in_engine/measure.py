"""Train a pipeline and ask it texts, in the engine's environment.

``python -m bot.understanding.in_engine.measure JOB ANSWER PROGRESS``. JOB is a JSON object: ``config`` (a whole
configuration of Rasa's), ``tensorflow`` (whether it needs it), ``timed`` (how many texts are asked one by one, for
the time each takes) and ``trainings``, a list of ``{"examples": [{text, intent, entities}], "ask": [text]}``.
ANSWER becomes ``{"trainings": [{train_seconds, model_mb, parsed, milliseconds}], "memory_mb"}``, seconds and
milliseconds of processor time. PROGRESS holds the number of texts asked so far.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

_AT_ONCE = 200


def measure(job: dict[str, Any], advance: Callable[[int], None]) -> dict[str, Any]:
    """Do all trainings of a job; ``advance`` is told how many more texts were asked."""
    trainings = [_trained(job, training, advance) for training in job["trainings"]]
    return {"trainings": trainings, "memory_mb": _memory_mb()}


def _trained(job: dict[str, Any], training: dict[str, Any], advance: Callable[[int], None]) -> dict[str, Any]:
    from bot.understanding.in_engine.pipeline import Pipeline

    with tempfile.TemporaryDirectory(prefix="motcua-understanding-") as folder:
        began = time.process_time()
        pipeline = Pipeline.trained(job["config"], training["examples"], Path(folder))
        seconds = time.process_time() - began
        parsed = []
        for start in range(0, len(training["ask"]), _AT_ONCE):
            part = training["ask"][start : start + _AT_ONCE]
            parsed += pipeline.parse(part)
            advance(len(part))
        timed = training["ask"][: job["timed"]]
        return {
            "train_seconds": seconds,
            "model_mb": pipeline.size_mb,
            "parsed": parsed,
            "milliseconds": [_milliseconds(pipeline.parse, text) for text in timed],
        }


def _milliseconds(parse: Callable[[Sequence[str]], Any], text: str) -> float:
    began = time.process_time()
    parse([text])
    return 1000 * (time.process_time() - began)


def _memory_mb() -> float:
    """Return the most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Read the job, write the answer."""
    job_file, answer, progress = map(Path, sys.argv[1:])
    job = json.loads(job_file.read_text("utf-8"))
    if not job["tensorflow"]:
        from bot.nlu.without_tensorflow import leave_out_tensorflow

        leave_out_tensorflow()
    asked = 0

    def advance(more: int) -> None:
        nonlocal asked
        asked += more
        progress.write_text(str(asked), "ascii")

    answer.write_text(json.dumps(measure(job, advance), ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
