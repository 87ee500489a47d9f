"""Texts that nothing is offered for: how many are answered all the same, and how many others are refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.understanding.predicted import Predicted
from knowledge_base.evaluation.measures import Share, share

FALLBACK: Final = "nlu_fallback"
OUT_OF_SCOPE: Final = ("out_of_scope", FALLBACK, "oos")
"""Beginnings of the names of intents that decline; whatever begins otherwise is answered."""
OUTSIDE: Final = "out_of_scope"
"""The intent of texts that are only known to be out of scope."""
LIMITS: Final = (0.0, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class AtLimit:
    """With a least confidence of ``limit``: in-scope texts refused, out-of-scope texts answered."""

    limit: float
    refused: Share
    answered: Share


@dataclass(frozen=True)
class Scope:
    """``refused`` of the texts in scope and ``answered`` of those out of it, as the pipeline decides."""

    refused: Share
    answered: Share
    limits: Sequence[AtLimit]


def is_out_of_scope(intent: str) -> bool:
    """Tell whether an intent declines; no intent at all does, too."""
    return not intent or intent.startswith(OUT_OF_SCOPE)


def scope(intents: Sequence[str], predicted: Sequence[Predicted]) -> Scope:
    """Compare what texts are with what is made of them; both [texts]."""
    inside = [one for intent, one in zip(intents, predicted, strict=True) if not is_out_of_scope(intent)]
    outside = [one for intent, one in zip(intents, predicted, strict=True) if is_out_of_scope(intent)]
    return Scope(
        share([is_out_of_scope(one.intent) for one in inside]),
        share([not is_out_of_scope(one.intent) for one in outside]),
        [
            AtLimit(
                limit,
                share([not _answers(one, limit) for one in inside]),
                share([_answers(one, limit) for one in outside]),
            )
            for limit in LIMITS
        ],
    )


def _answers(one: Predicted, limit: float) -> bool:
    return not is_out_of_scope(one.best) and one.confidence >= limit
