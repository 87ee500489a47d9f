"""Find the procedure that a citizen means, or say that several fit, or none."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol

from knowledge_base.search.bm25 import BM25
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.elsewhere import Elsewhere, names_elsewhere
from knowledge_base.search.names import Names
from knowledge_base.search.query import Query, read_query
from knowledge_base.search.sisters import Sisters
from knowledge_base.search.terms import Weights
from knowledge_base.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from knowledge_base.snapshot import Snapshot

Verdict = Literal["clear", "several", "none"]
OFFERED_AT_MOST = 4


@dataclass(frozen=True)
class Candidate:
    """A procedure that may be meant: ``score`` is the chance (0 to 1) that it is, made of ``parts``."""

    code: str
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class SearchResult:
    """``clear``: the first candidate is meant. ``several``: one to four candidates to offer, one if it is
    likely and not sure. ``none``: no procedure of the base is meant; the candidates are the nearest ones."""

    verdict: Verdict
    candidates: tuple[Candidate, ...]


class Ranker(Protocol):
    """Anything that scores procedures, from 0 to 1, for the weighted terms of a query; missing is zero."""

    def scores(self, asked: Mapping[str, float]) -> Mapping[str, float]: ...


@dataclass(frozen=True)
class Judgement:
    """How evidence adds up to log-odds and what is enough (docs/decisions/0006-search-verdicts.md)."""

    bias: float = -1.6
    words: float = 6.0
    alike: float = 9.0
    elsewhere: float = -10.5
    claimed: float = -5.0
    unsaid_special: float = -2.5
    outdone: float = -2.5
    sure: float = 0.85
    possible: float = 0.5
    margin: float = 1.2
    wide_margin: float = 2.0


class ProcedureSearch:
    """Weighs, for each procedure, what speaks for it and what speaks for something that is not here."""

    def __init__(self, snapshot: Snapshot, judgement: Judgement | None = None) -> None:
        self._build([SearchDocument.of(p) for p in snapshot.procedures.values()], judgement or Judgement())

    @classmethod
    def over(cls, documents: Sequence[SearchDocument], judgement: Judgement | None = None) -> ProcedureSearch:
        """Build a search over documents of any origin."""
        search = cls.__new__(cls)
        search._build(documents, judgement or Judgement())
        return search

    def _build(self, documents: Sequence[SearchDocument], judgement: Judgement) -> None:
        read = lru_cache(maxsize=None)(read_query)
        held = {document.code for document in documents}
        names = [(document.code, read(name)) for document in documents for name in document.names]
        elsewhere = [(code, read(name)) for code, name in names_elsewhere() if code not in held]
        self._judgement = judgement
        self._weights = Weights(name for _, name in (*names, *elsewhere))
        self._words: Ranker = BM25(documents, self._weights, read)
        self._names = Names(names, self._weights)
        self._elsewhere = Elsewhere(elsewhere, self._weights)
        self._known = {
            d.code: Vocabulary(map(read, (d.about, *d.names, *d.special_words))) for d in documents
        }
        self._sisters = Sisters(documents)

    def find(self, text: str, *, limit: int = 10) -> SearchResult:
        """Return the verdict and the best candidates for a text as people type it."""
        ranked = self._ranked(read_query(text), limit)
        likely = [candidate for candidate in ranked if candidate.score >= self._judgement.possible]
        if not likely:
            return SearchResult("none", tuple(ranked))
        if likely[0].score >= self._judgement.sure and len(self._close(likely, self._judgement.margin)) == 1:
            return SearchResult("clear", tuple(ranked))
        return SearchResult(
            "several", tuple(self._close(likely, self._judgement.wide_margin)[:OFFERED_AT_MOST])
        )

    def _ranked(self, query: Query, limit: int) -> list[Candidate]:
        asked = self._weights.of_query(query)
        words, names = self._words.scores(asked), self._names.likeness(asked)
        elsewhere = self._elsewhere.alike(asked)
        called = self._sisters.called(query.typed)
        nearest = sorted(words, key=lambda code: words[code] + names.get(code, 0.0))[-2 * limit :]
        candidates = [
            self._candidate(
                code,
                words=words[code],
                alike=names.get(code, 0.0),
                elsewhere=elsewhere,
                claimed=self._elsewhere.claimed(query, asked, self._known[code]),
                unsaid_special=float(self._sisters.is_special(code) and code not in called),
                outdone=float(
                    any(
                        words.get(sister, 0.0) >= words[code] / 2
                        for sister in self._sisters.outdone(code, called)
                    )
                ),
            )
            for code in nearest
        ]
        return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.code))[:limit]

    def _candidate(self, code: str, **parts: float) -> Candidate:
        odds = self._judgement.bias + sum(
            getattr(self._judgement, part) * value for part, value in parts.items()
        )
        return Candidate(code, 1 / (1 + math.exp(-odds)), parts)

    def _close(self, likely: Iterable[Candidate], margin: float) -> list[Candidate]:
        likely = list(likely)
        return [c for c in likely if _odds(c.score) >= _odds(likely[0].score) - margin]


def _odds(chance: float) -> float:
    return math.log(chance / (1 - chance))
