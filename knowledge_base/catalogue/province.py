"""Whose a record is."""

from __future__ import annotations

from knowledge_base.catalogue.rules import rules
from knowledge_base.official.block import Record
from knowledge_base.official.text import tidy
from knowledge_base.vietnamese.folding import fold

_OF_ONE_PROVINCE = "SPECIFIC"


def province_of(record: Record) -> str:
    """Return the province that issued a record of its own, "" for a record of the whole country.

    The bare name, spelled as in rules.yml; a province that is not listed there keeps the issuer's spelling.
    """
    if record.get("procedure_class") != _OF_ONE_PROVINCE:
        return ""
    found = rules().province_of_issuer.search(tidy(record["promulgating_agency"]))
    return province_named(found["name"]) if found else ""


def province_named(name: str) -> str:
    """Return the one spelling of a province's name."""
    return rules().provinces.get(fold(name), name)
