"""Find the procedure that a citizen means, or say that several fit, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from knowledge_base.search.bm25 import BM25
from knowledge_base.search.coverage import Coverage
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.names import Names
from knowledge_base.search.query import Query, read_query
from knowledge_base.search.sisters import Sisters
from knowledge_base.snapshot import Snapshot
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import syllables

Verdict = Literal["clear", "several", "none"]
OFFERED_AT_MOST = 4


@dataclass(frozen=True)
class Candidate:
    """A procedure that may be meant; ``parts`` are the scores that make up its score."""

    code: str
    score: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class SearchResult:
    """``several`` offers its first one to four candidates, one when it is likely but not sure;
    ``none`` may still carry the nearest ones."""

    verdict: Verdict
    candidates: tuple[Candidate, ...]


class Ranker(Protocol):
    """Anything that scores procedures for a query's content; higher is better, missing is zero."""

    def scores(self, content: Sequence[str]) -> Mapping[str, float]: ...


@dataclass(frozen=True)
class Thresholds:
    """Chosen on development questions (docs/decisions/0006-search-verdicts.md)."""

    words_weight: float = 0.5
    names_weight: float = 0.5
    unsaid_special: float = 0.6
    called_special: float = 1.15
    sure: float = 1.1
    possible: float = 0.85
    margin: float = 0.86


class ProcedureSearch:
    """Ranks by words (BM25) and by the closest name, then decides how sure it is."""

    def __init__(self, snapshot: Snapshot, thresholds: Thresholds | None = None) -> None:
        self._build([SearchDocument.of(p) for p in snapshot.procedures.values()], thresholds or Thresholds())

    @classmethod
    def over(
        cls, documents: Sequence[SearchDocument], thresholds: Thresholds | None = None
    ) -> ProcedureSearch:
        """Build a search over documents of any origin."""
        search = cls.__new__(cls)
        search._build(documents, thresholds or Thresholds())
        return search

    def _build(self, documents: Sequence[SearchDocument], thresholds: Thresholds) -> None:
        words = BM25(documents)
        self._thresholds = thresholds
        self._words: Ranker = words
        self._names: Ranker = Names(documents, words.idf)
        self._coverage = Coverage(documents, words.idf)
        self._sisters = Sisters(documents)
        self._siblings = {document.code: frozenset(document.siblings) for document in documents}

    def find(self, text: str, *, limit: int = 10) -> SearchResult:
        """Return the verdict and the best candidates for a text as people type it."""
        query, typed = read_query(text), syllables(canonical(text).lower())
        ranked = self._ranked(query, typed)[:limit]
        verdict, offered = self._verdict(query, ranked)
        if verdict == "several":
            return SearchResult(verdict, tuple(offered))
        return SearchResult(verdict, tuple(ranked))

    def _ranked(self, query: Query, typed: Sequence[str]) -> list[Candidate]:
        words, names = self._words.scores(query.content), self._names.scores(query.content)
        best = max(words.values(), default=1.0)
        candidates = [
            self._candidate(code, words[code] / best, names.get(code, 0.0), typed) for code in words
        ]
        return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.code))

    def _candidate(self, code: str, words: float, names: float, typed: Sequence[str]) -> Candidate:
        limits = self._thresholds
        sister = 1.0
        if self._sisters.is_special(code):
            sister = limits.called_special if self._sisters.is_called(code, typed) else limits.unsaid_special
        score = sister * (limits.words_weight * words + limits.names_weight * names)
        return Candidate(code, score, {"words": words, "names": names, "sister": sister})

    def _verdict(self, query: Query, ranked: Sequence[Candidate]) -> tuple[Verdict, list[Candidate]]:
        likely = [c for c in ranked if self._evidence(query, c) >= self._thresholds.possible]
        if not likely or likely[0] is not ranked[0]:
            return "none", []
        close = [c for c in likely if c.score >= self._thresholds.margin * likely[0].score][:OFFERED_AT_MOST]
        if len(close) == 1 and self._evidence(query, close[0]) >= self._thresholds.sure:
            return "clear", close
        return "several", close

    def _evidence(self, query: Query, candidate: Candidate) -> float:
        """Return 0 to 2: how like the closest name is to the query, and how much of the query it explains."""
        return candidate.parts["names"] + self._coverage.share(query.content, candidate.code)
