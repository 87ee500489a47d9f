"""A new import over what was there: nothing is deleted, and too great a loss is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date

from knowledge_base.catalogue.changes import Changes, Withdrawn, changed_facts
from knowledge_base.catalogue.errors import LossTooGreat
from knowledge_base.catalogue.filling import filled
from knowledge_base.catalogue.hiding import duplicates, hidden_because
from knowledge_base.catalogue.province import province_of
from knowledge_base.catalogue.stored import DUPLICATE, Catalogue, StoredRecord
from knowledge_base.catalogue.successors import Successors
from knowledge_base.official.block import Record

LARGEST_LOSS = 0.1
"""Of the codes in force. A crawl that broke off half-way looks like a great withdrawal. The true one between
April 2025 and July 2026, the two-tier reform, was 44 %: such a one a person accepts by name."""


@dataclass(frozen=True)
class Renewal:
    """The catalogue as it would be after the import, and what that changes."""

    records: tuple[StoredRecord, ...]
    changes: Changes


def renewed(
    old: Catalogue,
    incoming: Mapping[str, Record],
    on: date,
    *,
    whole: bool = True,
    accept_loss: str = "",
    still_listed: frozenset[str] = frozenset(),
) -> Renewal:
    """Return the catalogue with the incoming records in it; raises LossTooGreat.

    ``whole`` says that the import is the whole catalogue, so that what it lacks was withdrawn; without it records
    are only added and renewed. ``accept_loss`` is a person's reason for going over LARGEST_LOSS. ``still_listed``
    are codes that are there though their record could not be had: they stay as they were.
    """
    incoming = {code: _over(old, record) for code, record in incoming.items()}
    staying = {stored.code for stored in old.in_force() if not whole or stored.code in still_listed}
    gone = _gone(old, incoming.keys() | staying, accept_loss)
    kept = {code: old.records[code].record for code in staying} | incoming
    copies = duplicates(record for record in kept.values() if not hidden_because(record))
    records = {
        **{stored.code: stored for stored in old.records.values() if stored.withdrawn_on is not None},
        **{stored.code: stored for stored in _withdrawn(gone, kept.values(), on, old)},
        **{code: _stored(record, old.records.get(code), copies) for code, record in kept.items()},
    }
    return Renewal(
        tuple(records.values()), _changes(old, incoming, [records[code] for code in gone], accept_loss)
    )


def _over(old: Catalogue, record: Record) -> Record:
    before = old.records.get(str(record["code"]))
    return filled(record, before.record) if before else record


def _gone(old: Catalogue, there: Set[str], accept_loss: str) -> tuple[str, ...]:
    in_force = [stored.code for stored in old.in_force()]
    gone = tuple(code for code in in_force if code not in there)
    if len(gone) > LARGEST_LOSS * len(in_force) and not accept_loss:
        raise LossTooGreat(len(gone), len(in_force))
    return gone


def _stored(record: Record, before: StoredRecord | None, copies: Mapping[str, str]) -> StoredRecord:
    code = str(record["code"])
    decided = _day(record["decision_date"])
    known = [day for day in (decided, before.first_day if before else None) if day]
    copy_of = copies.get(code)
    return StoredRecord(
        record,
        province_of(record),
        successors=(copy_of,) if copy_of else (),
        hidden_because=hidden_because(record) or (DUPLICATE if copy_of else ""),
        first_day=min(known, default=None),
    )


def _withdrawn(
    gone: Iterable[str], in_force: Iterable[Record], on: date, old: Catalogue
) -> Iterable[StoredRecord]:
    successors = Successors(record for record in in_force if not hidden_because(record))
    for code in gone:
        before = old.records[code]
        yield replace(
            before, withdrawn_on=on, last_day=old.imported_on, successors=successors.of(before.record)
        )


def _changes(
    old: Catalogue, incoming: Mapping[str, Record], gone: Iterable[StoredRecord], accept_loss: str
) -> Changes:
    before = {stored.code: stored.record for stored in old.in_force()}
    return Changes(
        new=tuple(code for code in incoming if code not in old.records),
        changed={
            code: facts
            for code, record in incoming.items()
            if code in before and (facts := changed_facts(before[code], record))
        },
        withdrawn=tuple(Withdrawn(stored.code, stored.name, stored.successors) for stored in gone),
        returned=tuple(code for code in incoming if code in old.records and code not in before),
        loss_accepted_because=accept_loss,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
