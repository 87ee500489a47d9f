"""Find the procedure that a citizen means, or say that several fit, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from knowledge_base.search.document import SearchDocument
from knowledge_base.search.evidence import Evidence, gather, names
from knowledge_base.search.index import Index
from knowledge_base.search.judgement import Judgement, fitted
from knowledge_base.search.provinces import Provinces
from knowledge_base.search.published import INDEX, documents_of
from knowledge_base.search.query import Query, read_syllables, typed_syllables
from knowledge_base.search.sisters import Sisters

if TYPE_CHECKING:
    from knowledge_base.snapshot import Snapshot

Verdict = Literal["clear", "several", "none"]
OFFERED_AT_MOST = 4
_OFFERED_FROM = 0.15
"""What is much less likely than the first is not worth reading as a choice."""
_LEAD_OF_NAMED = 2.0
"""What is not held is named if it is that much likelier than what can be told."""
_WEIGHED_AT_MOST = 40
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
    likely and not sure. ``none``: no procedure of the base is meant; the candidates are the nearest ones.

    ``named``: the code of a procedure that is known by name and not held, where that is what is meant.
    """

    verdict: Verdict
    candidates: tuple[Candidate, ...]
    named: str = ""


class ProcedureSearch:
    """Weighs, for each procedure, what speaks for it; procedures that are not held compete with those that are."""

    def __init__(self, index: Index, judgement: Judgement | None = None, home: str = "") -> None:
        self.index = index
        self._judgement = judgement or fitted()
        self._provinces = Provinces(index.provinces, home)
        self._sisters = Sisters(index)

    @classmethod
    def of(cls, snapshot: Snapshot, home: str = "") -> ProcedureSearch:
        """Take the index that was built into the snapshot, or build it; ``home`` is the province of the office."""
        path = snapshot.folder / INDEX if snapshot.folder else None
        index = Index.read(path) if path and path.exists() else Index.of(list(documents_of(snapshot)))
        return cls(index, home=home)

    @classmethod
    def over(cls, documents: Sequence[SearchDocument], judgement: Judgement | None = None) -> ProcedureSearch:
        """Build a search over documents of any origin."""
        return cls(Index.of(documents), judgement)

    def read(self, text: str) -> Query:
        """Read a text as it is searched with: misspelt syllables mended."""
        return read_syllables(self.index.spelling.mended(typed_syllables(text)))

    def find(self, text: str, *, limit: int = 10) -> SearchResult:
        """Return the verdict and the best candidates for a text as people type it."""
        query = self.read(text)
        ranked = self._ranked(query)
        held = [candidate for candidate, is_held in ranked if is_held]
        if not ranked or len(query.content) < _SYLLABLES_AT_LEAST:
            return SearchResult("none", tuple(held[:limit]))
        first, is_held = ranked[0]
        if not is_held:
            stand_in = next((candidate for candidate in held if self._stands_in(candidate, first)), None)
            if stand_in is None and first.score >= self._judgement.possible:
                return self._of_named(first, held, limit)
            if not held:
                return SearchResult("none", ())
            ranked = ranked[1:]
            if stand_in:
                first = replace(stand_in, score=stand_in.score + first.score)
                ranked = [(first, True), *(row for row in ranked if row[0] is not stand_in)]
                held = [first, *(candidate for candidate in held if candidate is not stand_in)]
        if self._is_clear(ranked):
            waiting = self._sisters.open_beside(first.code, query)
            open_ones = tuple(c for c in held[1:] if c.code in waiting)[: OFFERED_AT_MOST - 1]
            return SearchResult(
                *(("several", (first, *open_ones)) if open_ones else ("clear", tuple(held[:limit])))
            )
        offered = tuple(self._offered(held))
        return SearchResult("several" if offered else "none", (offered or tuple(held))[:limit])

    def evidence(self, text: str) -> Evidence:
        """Return what speaks for the procedures that are nearest to a text."""
        return self._gather(self.read(text))

    def _gather(self, query: Query) -> Evidence:
        return gather(self.index, query, _WEIGHED_AT_MOST, self._provinces.may_be_meant(query))

    def ranked(self, text: str) -> list[Candidate]:
        """Return every candidate that is weighed for a text, held or not, likeliest first."""
        return [candidate for candidate, _ in self._ranked(self.read(text))]

    def _stands_in(self, held: Candidate, named: Candidate) -> bool:
        """Whether what can be told is a twin, and no kind of case was said that only the one named is for."""
        called = {part for part, value in named.parts.items() if part.endswith("+") and value}
        return self._sisters.are_twins(held.code, named.code) and all(held.parts[part] for part in called)

    def _of_named(self, first: Candidate, held: Sequence[Candidate], limit: int) -> SearchResult:
        """Name what is meant and not held, unless something that can be told is nearly as likely."""
        close = tuple(other for other in held if other.score * _LEAD_OF_NAMED >= first.score)[
            :OFFERED_AT_MOST
        ]
        named = first.code if not close else ""
        return SearchResult("several" if close else "none", (close or tuple(held))[:limit], named)

    def _is_clear(self, ranked: Sequence[tuple[Candidate, bool]]) -> bool:
        first = ranked[0][0].score
        second = ranked[1][0].score if len(ranked) > 1 else 0.0
        return first >= self._judgement.sure and first >= self._judgement.lead * second

    def _offered(self, held: Sequence[Candidate]) -> Iterable[Candidate]:
        """Yield the likeliest ones until they cover enough of all chance."""
        if sum(candidate.score for candidate in held) < self._judgement.possible:
            return
        covered, least = 0.0, held[0].score * _OFFERED_FROM
        for candidate in held[:OFFERED_AT_MOST]:
            if covered >= self._judgement.offered or candidate.score < least:
                return
            covered += candidate.score
            yield candidate

    def _ranked(self, query: Query) -> list[tuple[Candidate, bool]]:
        """Return the candidates, likeliest first, each with whether the base holds it."""
        evidence = self._gather(query)
        chances = self._judgement.chances(evidence)
        ranked = sorted(
            zip(chances.tolist(), evidence.places.tolist(), evidence.values.tolist(), strict=True),
            key=lambda row: (-row[0], self.index.codes[row[1]]),
        )
        return [
            (
                Candidate(self.index.codes[place], chance, dict(zip(names(), values, strict=True))),
                bool(self.index.held[place]),
            )
            for chance, place, values in ranked
        ]
