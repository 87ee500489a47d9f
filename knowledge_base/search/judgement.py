"""How evidence adds up to the chance that a procedure is meant, and what is enough to answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from knowledge_base.search.entries import Floats
from knowledge_base.search.evidence import Evidence, names

_FILE = Path(__file__).parent / "data" / "weights.yml"
WORDS = "words"
"""The name of the weight that all words have together beside meaning."""
_SHORTEST = 3.0
"""Short questions are as likely about a procedure as ones that say this much: the logarithm of nats and one."""
_MENTIONED_FROM = 0.4
"""A question of whose words a procedure mentions fewer is hardly about it, however long it is."""


@dataclass(frozen=True)
class Judgement:
    """Weights of the evidence and limits, fitted as docs/decisions/0014-search-over-everything.md tells.

    ``ranking``: one weight a kind of evidence; procedures compete by their weighted sums. ``words``: the same where no
    encoder tells anything. ``known``: weights of what tells a question about some known procedure from any other
    text, ``bias`` among them (docs/decisions/0026-declines.md). ``sure`` and
    ``lead``: the chance from which the first is told, and how many times the next it must be. ``possible``: the
    chance from which procedures are offered; ``offered``: the share of all chance that an offer covers.
    """

    ranking: Floats
    words: Floats
    known: Mapping[str, float]
    sure: float
    lead: float
    possible: float
    offered: float

    def chances(self, evidence: Evidence) -> Floats:
        """Return, for each procedure of the evidence, the chance that it is meant; their sum is at most 1."""
        if not len(evidence.places):
            return np.zeros(0, np.float32)
        scores = evidence.values @ self.ranking
        shares = np.exp(scores - scores.max())
        chances: Floats = shares / shares.sum() * self.chance_of_any(evidence, int(scores.argmax()))
        return chances

    def chance_of_any(self, evidence: Evidence, best: int) -> float:
        """Return the chance that the question is about any procedure known, given the row of the best one.

        Beside what it says in all, that is how much of it the best one explains, how well it fits in all, and how
        much better than the nearest topic that no procedure is about.
        """
        told = dict(zip(names(), evidence.values[best].tolist(), strict=True))
        scores = evidence.values @ self.words
        beside = scores[evidence.is_beside]
        told |= {
            "bias": 1.0,
            "telling": max(_SHORTEST, math.log1p(evidence.telling)),
            "score": float(scores[best]),
            "lead": float(scores[best] - (beside.max() if len(beside) else scores.min())),
        }
        odds = sum(weight * told[name] for name, weight in self.known.items())
        mentioned: float = min(1.0, told["mentioned"] / _MENTIONED_FROM)
        return mentioned / (1 + math.exp(-odds))


@lru_cache(maxsize=2)
def fitted(*, with_meaning: bool = False) -> Judgement:
    """Return the weights in use: those of words alone, or with what an encoder tells beside them."""
    read = _read()
    words = _by_name(read["ranking"])
    if not with_meaning:
        return Judgement(words, words, read["known"], **read["limits"])
    added = weights_with_meaning()
    ranking = words * np.float32(added[WORDS]) + _by_name(added)
    return Judgement(ranking, words, read["known"], **read["limits"] | read["limits_with_meaning"])


def weights_with_meaning() -> Mapping[str, float]:
    """Return what all that words tell weighs, under ``WORDS``, and what each column of meaning does."""
    weights: dict[str, float] = _read()["ranking_with_meaning"]
    return weights


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read


def _by_name(weights: Mapping[str, float]) -> Floats:
    return np.array([weights.get(name, 0.0) for name in names()], np.float32)
