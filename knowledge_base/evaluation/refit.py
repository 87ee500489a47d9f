"""The weights of the ranking fitted again to questions, drawn to those in use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge_base.evaluation.fit import Numbers, fit_choice
from knowledge_base.evaluation.questions import AskedQuestion
from knowledge_base.search.evidence import Evidence, names
from knowledge_base.search.judgement import WORDS, fitted, weights_with_meaning
from knowledge_base.search.meaning import MEANINGS
from knowledge_base.search.search import ProcedureSearch

_RIDGE, _RIDGE_WITH_MEANING = 50.0, 1.0


def refitted(search: ProcedureSearch, questions: Sequence[AskedQuestion]) -> dict[str, float]:
    """Return a weight for each kind of evidence; questions whose procedure is not among the nearest teach nothing.

    Where an encoder tells what questions mean, they are the weights that come with it: words as a whole, and meaning.
    """
    weighed = [(search.evidence(question.question), question.code) for question in questions]
    is_meant = any(evidence.is_meant for evidence, _ in weighed)
    found = [
        (evidence, place)
        for evidence, code in weighed
        if evidence.is_meant == is_meant and (place := _place(search, evidence, code)) is not None
    ]
    size = min(len(evidence.places) for evidence, _ in found)
    kept = [(evidence, place) for evidence, place in found if place < size]
    values = np.stack([evidence.values[:size] for evidence, _ in kept]).astype(float)
    right = np.array([place for _, place in kept], np.intp)
    return _with_meaning(values, right) if is_meant else _by_words(values, right)


def _by_words(values: Numbers, right: np.ndarray) -> dict[str, float]:
    return _drawn_to(dict(zip(names(), fitted().ranking.tolist(), strict=True)), values, right, _RIDGE)


def _with_meaning(values: Numbers, right: np.ndarray) -> dict[str, float]:
    meaning = [names().index(name) for name in MEANINGS]
    of_words = values @ fitted().ranking.astype(float)
    columns = np.concatenate([of_words[:, :, None], values[:, :, meaning]], axis=2)
    prior = {name: weights_with_meaning()[name] for name in (WORDS, *MEANINGS)}
    return _drawn_to(prior, columns, right, _RIDGE_WITH_MEANING)


def _drawn_to(prior: dict[str, float], values: Numbers, right: np.ndarray, ridge: float) -> dict[str, float]:
    """Fit a weight for each column of ``values`` [questions, candidates, columns], named as those in use are."""
    weights = fit_choice(
        values,
        right,
        np.ones(len(right)),
        np.full(len(prior), ridge),
        np.array(list(prior.values())),
    )
    return {name: round(weight, 3) for name, weight in zip(prior, weights.tolist(), strict=True)}


def _place(search: ProcedureSearch, evidence: Evidence, code: str) -> int | None:
    codes = [search.index.codes[place] for place in evidence.places.tolist()]
    return codes.index(code) if code in codes else None
