"""Find the procedure that a citizen means, or say that several fit, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.evidence import Evidence, gather
from knowledge_base.search.index import Index
from knowledge_base.search.indexing import index_of
from knowledge_base.search.judgement import Judgement, fitted
from knowledge_base.search.meaning import Meaning, Meant, read_meaning
from knowledge_base.search.present_words import in_present_words
from knowledge_base.search.provinces import Provinces
from knowledge_base.search.published import INDEX, documents_of
from knowledge_base.search.query import Query, read_syllables, typed_syllables
from knowledge_base.search.result import Candidate, SearchResult
from knowledge_base.search.sisters import Sisters
from knowledge_base.search.verdict import SYLLABLES_AT_LEAST, Verdicts

if TYPE_CHECKING:
    from knowledge_base.snapshot import Snapshot

_WEIGHED_AT_MOST = 40


class ProcedureSearch:
    """Weighs, for each procedure, what speaks for it; procedures that are not held compete with those that are."""

    def __init__(
        self, index: Index, judgement: Judgement | None = None, home: str = "", meaning: Meaning | None = None
    ) -> None:
        self.index = index
        self.meaning = meaning
        self._judgement = judgement or fitted()
        self._provinces = Provinces(index.provinces, home)
        self._sisters = Sisters(index)

    @classmethod
    def of(cls, snapshot: Snapshot, home: str = "", encoder: Encoder | None = None) -> ProcedureSearch:
        """Take the index that was built into the snapshot, or build it; ``home`` is the province of the office.

        With an ``encoder``, meaning is weighed too, if it is the one that the snapshot was built with.
        """
        if snapshot.folder is None or not (snapshot.folder / INDEX).exists():
            return cls(index_of(list(documents_of(snapshot))), home=home)
        index = Index.read(snapshot.folder / INDEX)
        return cls(index, home=home, meaning=read_meaning(snapshot.folder, len(index.kind_of), encoder))

    @classmethod
    def over(cls, documents: Sequence[SearchDocument], judgement: Judgement | None = None) -> ProcedureSearch:
        """Build a search over documents of any origin."""
        return cls(index_of(documents), judgement)

    def read(self, text: str) -> Query:
        """Read a text as it is searched with: misspelt syllables mended."""
        return self._mended(typed_syllables(text))

    def _mended(self, typed: Sequence[str]) -> Query:
        return read_syllables(self.index.spelling.mended(typed))

    def find(self, text: str, *, limit: int = 10) -> SearchResult:
        """Return the verdict and the best candidates for a text as people type it.

        Where nothing is found, words of former times and of the regions are read as the present ones, and what that
        finds is offered, never told.
        """
        found = self._found(self.read(text), text)
        if found.verdict == "none" and (present := in_present_words(typed_syllables(text))):
            found = self._offered_of(self._found(self._mended(present), text)) or found
        return replace(found, candidates=found.candidates[:limit])

    def _offered_of(self, found: SearchResult) -> SearchResult | None:
        if found.verdict == "clear":
            return SearchResult("several", found.candidates[:1])
        return found if found.verdict == "several" else None

    def _found(self, query: Query, text: str) -> SearchResult:
        evidence = self._gather(query, text)
        return Verdicts(self._judged_by(evidence), self._sisters).of(query, self._ranked(evidence))

    def ranked(self, text: str) -> list[Candidate]:
        """Return every candidate that is weighed for a text, held or not, likeliest first."""
        return self._ranked(self.evidence(text))

    def evidence(self, text: str) -> Evidence:
        """Return what speaks for the procedures that are nearest to a text."""
        return self._gather(self.read(text), text)

    def _gather(self, query: Query, text: str) -> Evidence:
        may_be = self._provinces.may_be_meant(query)
        return gather(self.index, query, _WEIGHED_AT_MOST, may_be, self._meant(query, text))

    def _meant(self, query: Query, text: str) -> Meant | None:
        """Read what the text means, unless it says too little; without diacritics encoders do not read well."""
        is_read = len(query.content) >= SYLLABLES_AT_LEAST and not text.isascii()
        return self.meaning.of(text) if self.meaning and is_read else None

    def _judged_by(self, evidence: Evidence) -> Judgement:
        return fitted(with_meaning=True) if evidence.is_meant else self._judgement

    def _ranked(self, evidence: Evidence) -> list[Candidate]:
        chances = self._judged_by(evidence).chances(evidence)
        rows = zip(chances.tolist(), evidence.places.tolist(), evidence.values, strict=True)
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
