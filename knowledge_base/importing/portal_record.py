"""A record of the portal's API (``data`` of get-formality-by-citizen) as a normalised record.

Nulls inside lists are left out. ``profileComponents`` of the top level is always empty and ``decisionNo`` never
filled: papers are in ``executionCases``, the decision is in ``procedureProposal``. ``description`` repeats
``requirementsAndConditions`` and ``delegatedAgencies`` the competent ones, so neither is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from knowledge_base.importing.code import parse_code
from knowledge_base.importing.errors import FieldWrong
from knowledge_base.importing.parsed import Origin
from knowledge_base.importing.portal_parts import cases_of, portal_cases_of, submission_of
from knowledge_base.importing.shape import named, rows, text_of
from knowledge_base.importing.words import format_words
from knowledge_base.official.text import tidy, tidy_list

Detail = Mapping[str, Any]

PAGE_URL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{}"
_HANOI = timezone(timedelta(hours=7))
_AGENCIES = ("Executing", "Authority", "Authorized", "Coordinating")


def portal_record(detail: Detail, origin: Origin) -> dict[str, Any]:
    """Return the record of the detail, or raise FieldWrong, which names the field."""
    executing, competent, authorized, coordinating = (_agencies(detail, part) for part in _AGENCIES)
    return {
        **_identity(detail),
        "executing_agencies": executing,
        "competent_agencies": competent,
        "authorized_agencies": authorized,
        "coordinating_agencies": coordinating,
        "receiving_address": text_of(detail, "dossierReceivingAddresses"),
        "subjects": tidy_list(named(detail, "subjectTypesDetails")),
        "steps": _steps(detail),
        "submission": submission_of(detail),
        "document_cases": cases_of(detail),
        "results": _coded(detail, "resultsDetails", "code"),
        "legal_basis": _coded(detail, "legalBasisesDetails", "number"),
        "conditions": text_of(detail, "requirementsAndConditions"),
        **_decision(detail),
        "portal_cases": portal_cases_of(detail),
        "keywords": text_of(detail, "keywords"),
        "note": text_of(detail, "note"),
        "full_online": detail.get("isFullProcess"),
        "offline_only": detail.get("isOfflineOnly"),
        "non_territorial": detail.get("isNonTerritorial"),
        "portal_state": detail.get("state"),
        "portal_updated": _day(detail, "updatedAt"),
        "source": _source(detail, origin),
    }


def _identity(detail: Detail) -> dict[str, Any]:
    words, kind = format_words(), tidy(detail.get("type")) or None
    field = next(iter(rows(detail, "categoriesDetails")), {})
    formality = tidy(detail.get("formalityType")) or None
    return {
        "code": parse_code(detail.get("code")),
        "code_raw": detail.get("code"),
        "portal_id": tidy(detail.get("id")) or None,
        "name": _name(detail),
        "field": tidy(field.get("name")),
        "field_code": field.get("code"),
        "levels": [level for flag, level in words["levels"].items() if detail.get(flag)],
        "procedure_class": kind,
        "procedure_class_vi": words["classes"].get(kind),
        "formality_type": words["formality_types"].get(formality, formality),
        "internal": bool(detail.get("isInternal")) or kind == "STANDARD_INTERNAL",
        "promulgating_agency": text_of(detail, "departmentPromulgateName"),
        "promulgating_code": detail.get("departmentPromulgateCode"),
    }


def _name(detail: Detail) -> str:
    name = text_of(detail, "name")
    if not name:
        raise FieldWrong("name", "there is none; a procedure without a name cannot be found")
    return " ".join(name.split())


def _agencies(detail: Detail, part: str) -> list[str]:
    return tidy_list([*named(detail, f"departments{part}"), *named(detail, f"unitGroups{part}")])


def _steps(detail: Detail) -> list[dict[str, str]]:
    steps = [
        {"name": tidy(step.get("name")), "text": tidy(step.get("description"))}
        for step in rows(detail, "executionSteps")
    ]
    return [step for step in steps if step["text"] or step["name"]]


def _coded(detail: Detail, field: str, code: str) -> list[dict[str, Any]]:
    """Return name and code of each row, each pair once: the portal repeats some legal bases."""
    found = {(tidy(row.get("code")), tidy(row.get("name"))): None for row in rows(detail, field)}
    return [{code: number, "name": name} for number, name in found if number or name]


def _decision(detail: Detail) -> dict[str, Any]:
    proposal = detail.get("procedureProposal") or {}
    if not isinstance(proposal, Mapping):
        raise FieldWrong("procedureProposal", "it is no object")
    return {
        "decision_number": text_of(proposal, "proposalNumber"),
        "decision_date": _day(proposal, "decisionDate"),
    }


def _day(values: Mapping[str, Any], field: str) -> str | None:
    """Return the day in Viet Nam of a time in milliseconds."""
    milliseconds = values.get(field)
    if milliseconds in (None, 0, ""):
        return None
    try:
        moment = datetime.fromtimestamp(float(milliseconds) / 1000, UTC)
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise FieldWrong(field, f"{milliseconds!r} is no time in milliseconds") from error
    return moment.astimezone(_HANOI).date().isoformat()


def _source(detail: Detail, origin: Origin) -> dict[str, str]:
    return {
        "file": origin.file,
        "format": "portal-json",
        "url": PAGE_URL.format(tidy(detail.get("id"))),
        "crawled": origin.fetched.isoformat(),
    }
