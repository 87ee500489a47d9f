"""Whose a record is."""

from __future__ import annotations

from knowledge_base.catalogue.rules import rules
from knowledge_base.official.block import Record
from knowledge_base.official.text import tidy
from knowledge_base.vietnamese.folding import fold


def province_of(record: Record) -> str:
    """Return the province that issued the record, "" for a record of the whole country.

    The bare name, spelled as in rules.yml; a province that is not listed there keeps the issuer's spelling. The
    record's class is not asked: 1.0133611 of Đắk Lắk is filed as one of the whole country.
    """
    found = rules().province_of_issuer.search(tidy(record["promulgating_agency"]))
    return province_named(found["name"]) if found else ""


def province_named(name: str) -> str:
    """Return the one spelling of a province's name."""
    return rules().provinces.get(fold(name), name)
