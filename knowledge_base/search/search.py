"""Find the procedure that a citizen means, or say that several fit, or none."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, Protocol

from knowledge_base.search.bm25 import BM25
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.elsewhere import Elsewhere, names_elsewhere
from knowledge_base.search.judgement import Judgement, log_odds
from knowledge_base.search.names import Names
from knowledge_base.search.query import read_query
from knowledge_base.search.sisters import Said, Sisters
from knowledge_base.search.terms import Asked, Weights
from knowledge_base.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from knowledge_base.snapshot import Snapshot

Verdict = Literal["clear", "several", "none"]
OFFERED_AT_MOST = 4
_SYLLABLES_AT_LEAST = 2
"""A single syllable names no procedure, however well it fits one."""


@dataclass(frozen=True)
class Candidate:
    """A procedure that may be meant: ``score`` is the chance (0 to 1) that it is, made of ``parts``."""

    code: str
    score: float
    parts: Mapping[str, float] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class SearchResult:
    """``clear``: the first candidate is meant. ``several``: one to four candidates to offer, one if it is
    likely and not sure. ``none``: no procedure of the base is meant; the candidates are the nearest ones."""

    verdict: Verdict
    candidates: tuple[Candidate, ...]


class Ranker(Protocol):
    """Anything that scores procedures, from 0 to 1, for a query; missing is zero."""

    def scores(self, asked: Asked) -> Mapping[str, float]: ...


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
        query = read_query(text)
        said = self._sisters.said(query.typed)
        ranked = self._ranked(self._weights.weigh(query), said, limit)
        likely = [candidate for candidate in ranked if candidate.score >= self._judgement.possible]
        if not likely or len(query.content) < _SYLLABLES_AT_LEAST:
            return SearchResult("none", tuple(ranked))
        if self._is_clear(likely, said):
            return SearchResult("clear", tuple(ranked))
        offered = (likely[0], *self._open(likely, said), *_close(likely, self._judgement.wide_margin))
        return SearchResult("several", tuple(dict.fromkeys(offered))[:OFFERED_AT_MOST])

    def _is_clear(self, likely: Sequence[Candidate], said: Said) -> bool:
        first = likely[0]
        return (
            first.score >= self._judgement.sure
            and first.parts["claimed"] <= self._judgement.claimed_at_most
            and not self._sisters.is_uncalled(first.code, said)
            and not self._open(likely, said)
            and len(_close(likely, self._judgement.margin)) == 1
        )

    def _open(self, likely: Sequence[Candidate], said: Said) -> list[Candidate]:
        """Return the likely sisters of the first candidate that only an unsaid level tells from it."""
        open_sisters = self._sisters.open_beside(likely[0].code, said)
        return [c for c in likely if c.code in open_sisters and c.score >= self._judgement.sure]

    def _ranked(self, asked: Asked, said: Said, limit: int) -> list[Candidate]:
        words, names = self._words.scores(asked), self._names.likeness(asked)
        elsewhere = self._elsewhere.alike(asked)
        nearest = heapq.nlargest(2 * limit, words, key=lambda code: words[code] + names.get(code, 0.0))
        candidates = []
        for code in nearest:
            parts = {
                "words": words[code],
                "alike": names.get(code, 0.0),
                "elsewhere": elsewhere,
                "claimed": self._elsewhere.claimed(asked, self._known[code]),
                **self._standing(code, said, words),
            }
            candidates.append(Candidate(code, self._judgement.chance(parts), parts))
        return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.code))[:limit]

    def _standing(self, code: str, said: Said, words: Mapping[str, float]) -> dict[str, float]:
        """Say how a procedure stands among its sisters; one called for counts if it fits half as well."""
        if self._sisters.is_uncalled(code, said):
            return {"open" if self._sisters.is_open(code, said) else "uncalled": 1.0}
        outdone = any(words.get(s, 0.0) >= words[code] / 2 for s in self._sisters.outdone_by(code, said))
        return {"outdone": float(outdone)}


def _close(likely: Sequence[Candidate], margin: float) -> tuple[Candidate, ...]:
    """Return the candidates that the first one leads by no more than a margin of log-odds."""
    least = log_odds(likely[0].score) - margin
    return tuple(candidate for candidate in likely if log_odds(candidate.score) >= least)
