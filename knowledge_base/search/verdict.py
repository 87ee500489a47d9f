"""Whether the likeliest procedure is told, some are offered, or none is there to tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge_base.search.judgement import Judgement
from knowledge_base.search.query import Query
from knowledge_base.search.result import Candidate, SearchResult
from knowledge_base.search.sisters import Sisters

OFFERED_AT_MOST = 4
_OFFERED_FROM = 0.15
"""What is much less likely than the first is not worth reading as a choice."""
_LEAD_OF_NAMED = 2.0
"""What is not held is named if it is that much likelier than what can be told."""
SYLLABLES_AT_LEAST = 2
"""A single syllable tells no procedure, however well it fits one; one that is called just so is offered."""


class Verdicts:
    """Judges what was ranked by the limits of the judgement and by what sisters share."""

    def __init__(self, judgement: Judgement, sisters: Sisters) -> None:
        self._judgement = judgement
        self._sisters = sisters

    def of(self, query: Query, ranked: Sequence[Candidate]) -> SearchResult:
        """Return the verdict on candidates, likeliest first; the nearest held ones where it is ``none``."""
        ranked = self._with_level_settled(self._with_stand_in(ranked))
        held = tuple(candidate for candidate in ranked if candidate.is_held)
        if not ranked:
            return SearchResult("none", held)
        first = ranked[0]
        if len(query.content) < SYLLABLES_AT_LEAST:
            is_named = first.is_held and bool(query.content) and self._is_clear(ranked)
            return _offer((first,)) if is_named else SearchResult("none", held)
        if not first.is_held and first.score >= self._judgement.possible:
            close = tuple(other for other in held if other.score * _LEAD_OF_NAMED >= first.score)
            return _offer(close) if close else SearchResult("none", held, first.code)
        if first.is_held and self._is_clear(ranked):
            waiting = self._sisters.open_beside(first.code, query)
            still_open = tuple(other for other in held[1:] if other.code in waiting)
            still_open += tuple(self._sisters.beginnings_of(first, held[1:]))
            return _offer((first, *still_open)) if still_open else SearchResult("clear", held)
        offered = tuple(self._likely(held))
        return _offer(offered) if offered else SearchResult("none", held)

    def _with_stand_in(self, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
        """Put the held twin of a first one that is not held in its place: it can be told."""
        if not ranked or ranked[0].is_held:
            return ranked
        first = ranked[0]
        twin = next(
            (other for other in ranked if other.is_held and self._sisters.stands_in(other, first)), None
        )
        if twin is None:
            return ranked
        others = (other for other in ranked[1:] if other is not twin)
        return (replace(twin, score=twin.score + first.score), *others)

    def _with_level_settled(self, ranked: Sequence[Candidate]) -> Sequence[Candidate]:
        """Give the chance of sisters that only the level tells apart to the one of the level that is meant."""
        settled = self._sisters.by_level(ranked) if ranked and ranked[0].is_held else None
        if settled is None:
            return ranked
        meant, alike = settled
        others = [other for other in ranked if other not in alike]
        aside = [replace(other, score=0.0) for other in alike if other is not meant]
        return (replace(meant, score=sum(other.score for other in alike)), *others, *aside)

    def _is_clear(self, ranked: Sequence[Candidate]) -> bool:
        first = ranked[0].score
        second = ranked[1].score if len(ranked) > 1 else 0.0
        return first >= self._judgement.sure and first >= self._judgement.lead * second

    def _likely(self, held: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield the likeliest ones until they cover enough of all chance."""
        if sum(candidate.score for candidate in held) < self._judgement.possible:
            return
        covered = 0.0
        for candidate in held:
            if covered >= self._judgement.offered or candidate.score < held[0].score * _OFFERED_FROM:
                return
            covered += candidate.score
            yield candidate


def _offer(candidates: Sequence[Candidate]) -> SearchResult:
    return SearchResult("several", tuple(candidates[:OFFERED_AT_MOST]))
