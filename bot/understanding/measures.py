"""How right intents and entities are, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.understanding.labelled import Entity
from bot.understanding.predicted import Predicted
from knowledge_base.evaluation.measures import Share, drawn_places, share

_Counts = NDArray[np.float64]


@dataclass(frozen=True)
class Rightness:
    """``accuracy`` and ``macro_f1`` of the likeliest intent; ``decided``: a text that is refused counts as wrong."""

    accuracy: Share
    macro_f1: Share
    decided: Share


@dataclass(frozen=True)
class EntityRightness:
    """Of one kind: texts and read entities are compared one to one."""

    precision: float
    recall: float
    f1: Share


def rightness(intents: Sequence[str], predicted: Sequence[Predicted]) -> Rightness:
    """Compare the intents that texts have with those read, both [texts]."""
    best = [one.best for one in predicted]
    return Rightness(
        share([want == got for want, got in zip(intents, best, strict=True)]),
        macro_f1(intents, best),
        share([want == one.intent for want, one in zip(intents, predicted, strict=True)]),
    )


def macro_f1(wanted: Sequence[str], got: Sequence[str]) -> Share:
    """Return the mean F1 of the intents wanted; an intent that is only read counts through those it is read for."""
    if not wanted:
        return Share(0.0, 0.0, 0.0, 0)
    names = {name: place for place, name in enumerate(dict.fromkeys([*wanted, *got]))}
    want, read = (np.array([names[name] for name in side]) for side in (wanted, got))
    drawn = [_mean_f1(want[places], read[places], len(names)) for places in drawn_places(len(wanted))]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Share(_mean_f1(want, read, len(names)), float(low), float(high), len(wanted))


def entity_rightness(
    wanted: Sequence[Sequence[Entity]], read: Sequence[Sequence[Entity]], *, kinds_only: bool = False
) -> Mapping[str, EntityRightness]:
    """Return for each kind of entity that is labelled how right it is read; both [texts].

    An entity is right when kind and value are, or kind and place; with ``kinds_only`` when the kind is: noise moves
    places and changes values. Kinds that nobody has labelled cannot be told about.
    """
    kinds = sorted({entity.name for entities in wanted for entity in entities})
    return {kind: _of_kind(kind, wanted, read, kinds_only) for kind in kinds}


def _mean_f1(want: NDArray[np.intp], read: NDArray[np.intp], count: int) -> float:
    wanted = np.bincount(want, minlength=count)
    found = np.bincount(read, minlength=count)
    right = np.bincount(want[want == read], minlength=count)
    there = wanted > 0
    return float((2 * right[there] / (wanted + found)[there]).mean())


def _of_kind(
    kind: str, wanted: Sequence[Sequence[Entity]], read: Sequence[Sequence[Entity]], kinds_only: bool
) -> EntityRightness:
    counts = np.array(
        [
            _counted(_only(kind, want), _only(kind, got), kinds_only)
            for want, got in zip(wanted, read, strict=True)
        ],
        float,
    )
    right, labelled, found = map(float, counts.sum(axis=0))
    drawn = [_f1(counts[places].sum(axis=0)) for places in drawn_places(len(counts))]
    low, high = np.percentile(drawn, [2.5, 97.5])
    f1 = Share(_f1(counts.sum(axis=0)), float(low), float(high), int(labelled))
    return EntityRightness(right / found if found else 0.0, right / labelled if labelled else 0.0, f1)


def _f1(counts: _Counts) -> float:
    right, labelled, found = counts
    return float(2 * right / (labelled + found)) if labelled + found else 1.0


def _only(kind: str, entities: Sequence[Entity]) -> list[Entity]:
    return [entity for entity in entities if entity.name == kind]


def _counted(wanted: list[Entity], read: list[Entity], kinds_only: bool) -> tuple[int, int, int]:
    """Return how many are right, labelled and read; each label is met once."""
    if kinds_only:
        return min(len(wanted), len(read)), len(wanted), len(read)
    left, right = list(read), 0
    for want in wanted:
        met = next((got for got in left if _same(want, got)), None)
        if met is not None:
            left.remove(met)
            right += 1
    return right, len(wanted), len(read)


def _same(want: Entity, got: Entity) -> bool:
    placed = got.start is not None and (want.start, want.end) == (got.start, got.end)
    return placed or want.value.casefold().strip() == got.value.casefold().strip()
