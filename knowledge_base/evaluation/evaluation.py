"""Everything that is measured on questions about procedures, in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from knowledge_base.evaluation.compared import ByPeer, Compared, Cost
from knowledge_base.evaluation.evaluate import Report, ask, report
from knowledge_base.evaluation.measures import Share
from knowledge_base.evaluation.noises.noisy import Noisy, noisy
from knowledge_base.evaluation.peers.lineup import Lineup
from knowledge_base.evaluation.peers.over_procedures import (
    OURS,
    over_procedures,
    search_without_words,
    without_words,
)
from knowledge_base.evaluation.peers.peer import Peer
from knowledge_base.evaluation.peers.ranks import Wanted, silent
from knowledge_base.evaluation.questions import AskedQuestion
from knowledge_base.evaluation.risk import Told, risk
from knowledge_base.evaluation.unaccented import Paired, paired
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.search import ProcedureSearch

_FIELD_AT_LEAST = 15
OTHER_FIELDS = "other fields"
"""Fields with fewer questions are told together: single ones would tell nothing but chance."""

Sets = Mapping[str, Sequence[AskedQuestion]]


@dataclass(frozen=True)
class Base:
    """What is searched: what builds our search, its documents in order, home province, field by code."""

    search: Callable[[], ProcedureSearch]
    documents: Sequence[SearchDocument]
    home: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Evaluation:
    """Rightness of each peer by set, register and field, and where no procedure has words of ours.

    ``gaps``: by how much more often each is right first in the first set than in another, by the other's name.
    ``verdicts``, ``risk`` and ``unaccented`` are of our search alone; ``left_out`` tells why a peer is not there.
    """

    sets: Mapping[str, ByPeer]
    gaps: Mapping[str, Mapping[str, Share]]
    registers: Mapping[str, ByPeer]
    fields: Mapping[str, ByPeer]
    without_words: Mapping[str, ByPeer]
    verdicts: Mapping[str, Report]
    risk: Sequence[Told]
    unaccented: Paired
    noises: Mapping[str, Noisy]
    costs: Mapping[str, Cost]
    left_out: Mapping[str, str]


def evaluate(
    base: Base,
    sets: Sets,
    noises: Sequence[str] = (),
    asked: Callable[[], None] = silent,
) -> Evaluation:
    """Build the peers and ask them all questions; one or two minutes of one core for a whole catalogue."""
    searches: list[ProcedureSearch] = []

    def search() -> ProcedureSearch:
        searches.append(base.search())
        return searches[0]

    lineup = Lineup.of(over_procedures(search, base.documents, base.home))
    questions = list(chain.from_iterable(sets.values()))
    of_set = [name for name, part in sets.items() for _ in part]
    wanted = [Wanted(question.question, frozenset({question.code})) for question in questions]
    compared = Compared.of({name: built.peer for name, built in lineup.built.items()}, wanted, asked)
    answers = {name: ask(searches[0], part) for name, part in sets.items()}
    first, *others = sets
    return Evaluation(
        sets=compared.by(of_set),
        gaps={other: compared.gaps(of_set, first, other) for other in others},
        registers=compared.by([question.register for question in questions]),
        fields=compared.by(_fields(questions, base.fields)),
        without_words=_without_words(base, searches[0], wanted, of_set, asked),
        verdicts={name: report(part) for name, part in answers.items()},
        risk=risk(list(chain.from_iterable(answers.values()))),
        unaccented=paired(lineup.built[OURS].peer, wanted, asked),
        noises=noisy(_told_with_noises(lineup), wanted, noises, asked),
        costs=compared.costs(lineup.built),
        left_out=lineup.left_out,
    )


def _told_with_noises(lineup: Lineup) -> Mapping[str, Peer]:
    """Leave out what takes long: FTS5 and the encoder."""
    return {name: lineup.built[name].peer for name in (OURS, "bm25s") if name in lineup.built}


def _fields(questions: Sequence[AskedQuestion], of_code: Mapping[str, str]) -> list[str]:
    counted = Counter(of_code.get(question.code, "") for question in questions)
    named = {field for field, count in counted.items() if field and count >= _FIELD_AT_LEAST}
    return [
        field if (field := of_code.get(question.code, "")) in named else OTHER_FIELDS
        for question in questions
    ]


def _without_words(
    base: Base,
    search: ProcedureSearch,
    wanted: Sequence[Wanted],
    of_set: Sequence[str],
    asked: Callable[[], None],
) -> Mapping[str, ByPeer]:
    makers = over_procedures(
        lambda: search_without_words(search, base.documents, base.home),
        list(without_words(base.documents)),
        base.home,
    )
    built = Lineup.of(makers).built
    return Compared.of({name: one.peer for name, one in built.items()}, wanted, asked).by(of_set)
