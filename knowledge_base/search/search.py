"""Find the procedure that a citizen means, or say that several fit, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.evidence import Evidence, gather
from knowledge_base.search.index import Index
from knowledge_base.search.indexing import index_of
from knowledge_base.search.judgement import Judgement, fitted
from knowledge_base.search.provinces import Provinces
from knowledge_base.search.published import INDEX, documents_of
from knowledge_base.search.query import Query, read_syllables, typed_syllables
from knowledge_base.search.result import Candidate, SearchResult
from knowledge_base.search.sisters import Sisters
from knowledge_base.search.verdict import Verdicts

if TYPE_CHECKING:
    from knowledge_base.snapshot import Snapshot

_WEIGHED_AT_MOST = 40


class ProcedureSearch:
    """Weighs, for each procedure, what speaks for it; procedures that are not held compete with those that are."""

    def __init__(self, index: Index, judgement: Judgement | None = None, home: str = "") -> None:
        self.index = index
        self._judgement = judgement or fitted()
        self._provinces = Provinces(index.provinces, home)
        self._verdicts = Verdicts(self._judgement, Sisters(index))

    @classmethod
    def of(cls, snapshot: Snapshot, home: str = "") -> ProcedureSearch:
        """Take the index that was built into the snapshot, or build it; ``home`` is the province of the office."""
        path = snapshot.folder / INDEX if snapshot.folder else None
        index = Index.read(path) if path and path.exists() else index_of(list(documents_of(snapshot)))
        return cls(index, home=home)

    @classmethod
    def over(cls, documents: Sequence[SearchDocument], judgement: Judgement | None = None) -> ProcedureSearch:
        """Build a search over documents of any origin."""
        return cls(index_of(documents), judgement)

    def read(self, text: str) -> Query:
        """Read a text as it is searched with: misspelt syllables mended."""
        return read_syllables(self.index.spelling.mended(typed_syllables(text)))

    def find(self, text: str, *, limit: int = 10) -> SearchResult:
        """Return the verdict and the best candidates for a text as people type it."""
        query = self.read(text)
        found = self._verdicts.of(query, self._ranked(self._gather(query)))
        return replace(found, candidates=found.candidates[:limit])

    def ranked(self, text: str) -> list[Candidate]:
        """Return every candidate that is weighed for a text, held or not, likeliest first."""
        return self._ranked(self.evidence(text))

    def evidence(self, text: str) -> Evidence:
        """Return what speaks for the procedures that are nearest to a text."""
        return self._gather(self.read(text))

    def _gather(self, query: Query) -> Evidence:
        return gather(self.index, query, _WEIGHED_AT_MOST, self._provinces.may_be_meant(query))

    def _ranked(self, evidence: Evidence) -> list[Candidate]:
        chances = self._judgement.chances(evidence)
        rows = zip(chances.tolist(), evidence.places.tolist(), evidence.values.tolist(), strict=True)
        candidates = [
            Candidate(
                code=self.index.codes[place],
                score=chance,
                values=values,
                is_held=bool(self.index.held[place]),
            )
            for chance, place, values in rows
        ]
        return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.code))
