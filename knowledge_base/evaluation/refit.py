"""The weights of the ranking fitted again to questions, drawn to those in use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge_base.evaluation.fit import fit_choice
from knowledge_base.evaluation.questions import AskedQuestion
from knowledge_base.search.evidence import Evidence, names
from knowledge_base.search.judgement import fitted
from knowledge_base.search.search import ProcedureSearch

_RIDGE = 50.0


def refitted(search: ProcedureSearch, questions: Sequence[AskedQuestion]) -> dict[str, float]:
    """Return a weight for each kind of evidence; questions whose procedure is not among the nearest teach nothing."""
    weighed = [(search.evidence(question.question), question.code) for question in questions]
    found = [
        (evidence, place)
        for evidence, code in weighed
        if (place := _place(search, evidence, code)) is not None
    ]
    size = min(len(evidence.places) for evidence, _ in found)
    kept = [(evidence, place) for evidence, place in found if place < size]
    prior = fitted().ranking.astype(float)
    weights = fit_choice(
        np.stack([evidence.values[:size] for evidence, _ in kept]).astype(float),
        np.array([place for _, place in kept], np.intp),
        np.ones(len(kept)),
        np.full(len(prior), _RIDGE),
        prior,
    )
    return {name: round(weight, 3) for name, weight in zip(names(), weights.tolist(), strict=True)}


def _place(search: ProcedureSearch, evidence: Evidence, code: str) -> int | None:
    codes = [search.index.codes[place] for place in evidence.places.tolist()]
    return codes.index(code) if code in codes else None
