"""Imported records, made of the made-up portal record."""

from datetime import date

from knowledge_base.catalogue.renewal import renewed
from knowledge_base.catalogue.stored import Catalogue
from knowledge_base.importing.parsed import Origin
from knowledge_base.importing.portal_record import portal_record
from tests.knowledge_base.importing.made_up_files import detail

FETCHED = date(2026, 7, 18)


def imported(code="1.000001", **changes):
    """Return a record as an import yields it; a province's own with ``province=``."""
    issuer = changes.pop("province", None)
    own = {"type": "SPECIFIC", "departmentPromulgateName": f"UBND tỉnh {issuer}"} if issuer else {}
    return portal_record(detail(code, **own, **changes), Origin("x.json", FETCHED))


def by_code(*records):
    return {record["code"]: record for record in records}


def catalogue(*records, on=FETCHED):
    """Return a catalogue after a first import of these."""
    return after(Catalogue.empty(), *records, on=on)


def after(old, *records, on, **more):
    stored = renewed(old, by_code(*records), on, **more).records
    return Catalogue("v", {one.code: one for one in stored}, on)
