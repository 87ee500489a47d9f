"""Everything that is measured on labelled texts, in one run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.understanding.errand import Trained, Training, trained
from bot.understanding.folds import folds
from bot.understanding.labelled import Labelled, LabelledSet
from bot.understanding.measures import EntityRightness, Rightness, entity_rightness, rightness
from bot.understanding.pipelines import PipelineChoice
from bot.understanding.predicted import Predicted
from bot.understanding.scope import Scope, scope
from knowledge_base.evaluation.noises.typed import typed

CLEAN = ""


@dataclass(frozen=True)
class WithNoise:
    """What a noise leaves: ``retention`` is accuracy with it by accuracy without it."""

    right: Rightness
    retention: float
    scope: Scope
    entities: Mapping[str, EntityRightness]


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time for a training, MB of its archive and at most in memory, ms of one core a text."""

    train_seconds: float
    model_mb: float
    memory_mb: float
    median_ms: float
    p95_ms: float


@dataclass(frozen=True)
class Measured:
    """A pipeline on one set of texts; ``predicted`` [texts] is of the texts as they were typed."""

    texts: Sequence[Labelled]
    predicted: Sequence[Predicted]
    right: Rightness
    scope: Scope
    entities: Mapping[str, EntityRightness]
    noises: Mapping[str, WithNoise]
    cost: Cost


def crossed(
    pipeline: PipelineChoice,
    texts: LabelledSet,
    count: int,
    noises: Sequence[str],
    asked: Callable[[int], None],
) -> Measured:
    """Cross-validate over ``count`` folds of a set."""
    parts = folds(texts.texts, count)
    left_out = [[texts.texts[place] for place in ask] for _, ask in parts]
    trainings = [
        Training([texts.texts[place] for place in learn], _asking(part, noises))
        for (learn, _), part in zip(parts, left_out, strict=True)
    ]
    return _measured(left_out, trained(pipeline, trainings, asked), noises, frozenset(texts.intents))


def held_out(
    pipeline: PipelineChoice,
    train: LabelledSet,
    test: LabelledSet,
    noises: Sequence[str],
    asked: Callable[[int], None],
) -> Measured:
    """Train on one set and ask the other."""
    training = Training(train.texts, _asking(test.texts, noises))
    done = trained(pipeline, [training], asked)
    return _measured([test.texts], done, noises, frozenset(train.intents))


def texts_to_ask(count: int, noises: Sequence[str]) -> int:
    """Return how many texts are asked for so many labelled ones."""
    return count * (1 + len(noises))


def _asking(texts: Sequence[Labelled], noises: Sequence[str]) -> list[str]:
    return [
        typed(one.text, noise) if noise != CLEAN else one.text for noise in (CLEAN, *noises) for one in texts
    ]


def _measured(
    parts: Sequence[Sequence[Labelled]],
    done: Sequence[Trained],
    noises: Sequence[str],
    known: frozenset[str],
) -> Measured:
    """Put together what was asked of each training: its own part of the texts, clean and then by noise."""
    texts = [one for part in parts for one in part]
    by_noise: dict[str, list[Predicted]] = {noise: [] for noise in (CLEAN, *noises)}
    for part, one in zip(parts, done, strict=True):
        for place, noise in enumerate(by_noise):
            by_noise[noise] += one.parsed[place * len(part) : (place + 1) * len(part)]
    clean = by_noise.pop(CLEAN)
    right = _right(texts, clean, known)
    return Measured(
        texts,
        clean,
        right,
        scope([one.intent for one in texts], clean),
        _entities(texts, clean),
        {noise: _with_noise(texts, read, right, known) for noise, read in by_noise.items()},
        _cost(done),
    )


def _with_noise(
    texts: Sequence[Labelled], read: Sequence[Predicted], clean: Rightness, known: frozenset[str]
) -> WithNoise:
    right = _right(texts, read, known)
    kept = right.accuracy.value / clean.accuracy.value if clean.accuracy.value else 0.0
    return WithNoise(
        right, kept, scope([one.intent for one in texts], read), _entities(texts, read, kinds_only=True)
    )


def _right(texts: Sequence[Labelled], read: Sequence[Predicted], known: frozenset[str]) -> Rightness:
    """Compare only what could be learned: texts of an intent that was never trained tell about the scope alone."""
    asked = [(one.intent, got) for one, got in zip(texts, read, strict=True) if one.intent in known]
    return rightness([intent for intent, _ in asked], [got for _, got in asked])


def _entities(
    texts: Sequence[Labelled], read: Sequence[Predicted], *, kinds_only: bool = False
) -> Mapping[str, EntityRightness]:
    return entity_rightness(
        [one.entities for one in texts], [one.entities for one in read], kinds_only=kinds_only
    )


def _cost(done: Sequence[Trained]) -> Cost:
    times = [ms for one in done for ms in one.milliseconds]
    median, p95 = np.percentile(times, [50, 95]) if times else (0.0, 0.0)
    return Cost(
        float(np.mean([one.train_seconds for one in done])),
        max(one.model_mb for one in done),
        max(one.memory_mb for one in done),
        float(median),
        float(p95),
    )
