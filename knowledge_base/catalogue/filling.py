"""What a file of a poorer format does not say is kept from a fuller one: a PDF has no issuer, a list no facts."""

from __future__ import annotations

from typing import Any, Final

from knowledge_base.official.block import Record

_NOT_IN_PRINT: Final = frozenset(
    {
        "portal_id",
        "field_code",
        "procedure_class",
        "procedure_class_vi",
        "internal",
        "promulgating_agency",
        "promulgating_code",
        "decision_date",
        "portal_cases",
        "full_online",
        "offline_only",
        "non_territorial",
        "portal_state",
        "portal_updated",
    }
)
_IN_A_LIST: Final = frozenset(
    {"code", "code_raw", "name", "field", "promulgating_agency", "executing_agencies"}
)


def filled(record: Record, other: Record) -> dict[str, Any]:
    """Return the record with what its format does not say taken from the other, if that one's format says it.

    The source stays that of the facts: a list renews names and agencies only.
    """
    return {field: _of_the_two(field, record, other) for field in record}


def _of_the_two(field: str, record: Record, other: Record) -> Any:
    return record[field] if _says(record, field) or not _says(other, field) else other[field]


def _says(record: Record, field: str) -> bool:
    origin = record["source"].get("format")
    if origin == "list-xlsx":
        return field in _IN_A_LIST and bool(record[field])
    return origin not in ("portal-pdf", "word-export") or field not in _NOT_IN_PRINT
