"""A normalised record with nothing in it, for formats that know only part of it."""

from __future__ import annotations

from typing import Any

from knowledge_base.importing.parsed import Origin

_TEXTS = ("receiving_address", "conditions", "decision_number", "keywords", "note")
_LISTS = (
    "levels",
    "executing_agencies",
    "competent_agencies",
    "authorized_agencies",
    "coordinating_agencies",
    "subjects",
    "steps",
    "submission",
    "document_cases",
    "results",
    "legal_basis",
    "portal_cases",
)
_UNKNOWN = (
    "portal_id",
    "field_code",
    "procedure_class",
    "procedure_class_vi",
    "formality_type",
    "promulgating_code",
    "decision_date",
    "full_online",
    "offline_only",
    "non_territorial",
    "portal_state",
    "portal_updated",
)


def blank_record(origin: Origin, format_name: str) -> dict[str, Any]:
    """Return every field of a record, empty or unknown, with its source."""
    return {
        **dict.fromkeys(_TEXTS, ""),
        **{name: [] for name in _LISTS},
        **dict.fromkeys(_UNKNOWN),
        "field": "",
        "promulgating_agency": "",
        "internal": False,
        "source": {
            "file": origin.file,
            "format": format_name,
            "url": None,
            "crawled": origin.fetched.isoformat(),
        },
    }
