"""Which record may be behind another one of the same name: a province's behind the nation's, or the other way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge_base.procedure import NewerRecord, Procedure
from knowledge_base.vietnamese.folding import folded_syllables

Name = tuple[str, ...]


def with_newer(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Return them, each with the records of the same name that were decided after it.

    A province's record is held against the whole country's and the other way round, never against another
    province's. A decision dated after the day on which its record was fetched is a mistake and does not count.
    """
    procedures = tuple(procedures)
    by_name: dict[Name, list[Procedure]] = defaultdict(list)
    for procedure in procedures:
        if procedure.withdrawn_on is None and _decided_on(procedure):
            by_name[_name(procedure)].append(procedure)
    return tuple(replace(one, newer=tuple(_newer(one, by_name[_name(one)]))) for one in procedures)


def _newer(procedure: Procedure, namesakes: Iterable[Procedure]) -> Iterable[NewerRecord]:
    decided_on = _decided_on(procedure)
    for other in namesakes:
        newer_on = _decided_on(other)
        is_of_another_kind = bool(other.province) != bool(procedure.province)
        if decided_on and newer_on and newer_on > decided_on and is_of_another_kind:
            yield NewerRecord(other.code, other.province, newer_on)


def _decided_on(procedure: Procedure) -> date | None:
    decided_on = procedure.decision.on
    return decided_on if decided_on and decided_on <= procedure.crawled_on else None


def _name(procedure: Procedure) -> Name:
    return tuple(folded_syllables(procedure.name))
