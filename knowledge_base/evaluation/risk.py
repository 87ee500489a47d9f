"""Risk against coverage: how many questions would be told at a limit, and how many of those wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from knowledge_base.evaluation.evaluate import Asked
from knowledge_base.evaluation.measures import Share, share

LIMITS: Final = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


@dataclass(frozen=True)
class Told:
    """If all were told whose first procedure has at least the chance ``limit``: how many, how many wrongly.

    ``wrong`` is a share of those told. The verdicts in use ask for more than a chance: a lead, no sister open.
    """

    limit: float
    told: Share
    wrong: Share


def risk(asked: Sequence[Asked]) -> list[Told]:
    """Return a row for each limit."""
    return [_told(asked, limit) for limit in LIMITS]


def _told(asked: Sequence[Asked], limit: float) -> Told:
    told = [one for one in asked if one.chance >= limit]
    return Told(limit, share([one.chance >= limit for one in asked]), share([one.rank != 0 for one in told]))
