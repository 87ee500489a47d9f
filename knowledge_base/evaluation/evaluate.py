"""How the search does on questions: which procedure comes first, and what is said with confidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge_base.evaluation.measures import Rightness, Share, rightness, share
from knowledge_base.evaluation.questions import AskedQuestion
from knowledge_base.search.result import SearchResult
from knowledge_base.search.search import ProcedureSearch


@dataclass(frozen=True)
class Asked:
    """A question, what the search made of it, and the rank of the right procedure.

    ``chance`` is that of the procedure ranked first, before a verdict is given.
    """

    question: AskedQuestion
    result: SearchResult
    rank: int | None
    chance: float


@dataclass(frozen=True)
class Report:
    """How right the ranking is; what is told at once, wrong at once, asked back, admitted."""

    ours: Rightness
    clear: Share
    clear_wrong: Share
    asked_back: Share
    no_source: Share


def ask(search: ProcedureSearch, questions: Sequence[AskedQuestion]) -> list[Asked]:
    """Ask the search every question."""
    return [_asked(search, question) for question in questions]


def report(asked: Sequence[Asked]) -> Report:
    """Sum up what was asked."""
    verdicts = [one.result.verdict for one in asked]
    wrong = [one.result.verdict == "clear" and one.rank != 0 for one in asked]
    return Report(
        ours=rightness([one.rank for one in asked]),
        clear=share([verdict == "clear" for verdict in verdicts]),
        clear_wrong=share(wrong),
        asked_back=share([verdict == "several" for verdict in verdicts]),
        no_source=share([verdict == "none" for verdict in verdicts]),
    )


def _asked(search: ProcedureSearch, question: AskedQuestion) -> Asked:
    ranked = search.ranked(question.question)
    codes = [candidate.code for candidate in ranked]
    return Asked(
        question,
        search.find(question.question),
        codes.index(question.code) if question.code in codes else None,
        ranked[0].score if ranked else 0.0,
    )
