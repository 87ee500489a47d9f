"""A record of the imported catalogue that a procedure's file may be made of."""

from __future__ import annotations

from knowledge_base.catalogue.stored import Catalogue, StoredRecord
from knowledge_base.official.block import Record
from knowledge_base.official.catalogue import RecordNotUsable


def stored_record(catalogue: Catalogue, code: str) -> StoredRecord:
    """Return what is kept of the code, or raise RecordNotUsable."""
    if not catalogue.records:
        raise RecordNotUsable(f"{code}: no catalogue was imported yet; run: motcua kb import PATH")
    stored = catalogue.records.get(code)
    if stored is None:
        raise RecordNotUsable(f"{code}: not in the imported catalogue; a code looks like 1.012753")
    return stored


def usable_record(catalogue: Catalogue, code: str) -> Record:
    """Return the record of a code that citizens may be told of, or raise RecordNotUsable."""
    stored = stored_record(catalogue, code)
    if stored.withdrawn_on:
        likely = ", ".join(stored.successors) or "none is known"
        raise RecordNotUsable(f"{code}: withdrawn on {stored.withdrawn_on}; likely successors: {likely}")
    if not stored.for_citizens:
        raise RecordNotUsable(f"{code}: kept from citizens ({stored.hidden_because}); choose another")
    return stored.record
