"""The ``official:`` block of a procedure file, read into the facts of a Procedure."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, get_args

from knowledge_base.entry import Entry
from knowledge_base.procedure import (
    Agencies,
    CaseTime,
    Decision,
    DocumentCase,
    Fee,
    FilingMode,
    LegalBasis,
    Mode,
    ProcessingTime,
    RequiredDocument,
    TimeUnit,
)

_PORTAL = "https://dichvucong.gov.vn"
_CURRENCIES = ("VND", "USD")


class OfficialFacts(TypedDict):
    """The part of a Procedure that the official record gives."""

    name: str
    field: str
    levels: tuple[str, ...]
    issuer: str
    decision: Decision
    updated_on: date | None
    crawled_on: date
    portal_url: str
    subjects: tuple[str, ...]
    agencies: Agencies
    receiving_address: str
    modes: tuple[FilingMode, ...]
    documents: tuple[DocumentCase, ...]
    results: tuple[str, ...]
    legal_basis: tuple[LegalBasis, ...]
    conditions: str
    case_times: tuple[CaseTime, ...]


def read_official(entry: Entry) -> OfficialFacts:
    """Read the block; what is missing or wrong becomes a finding and an empty value."""
    facts = OfficialFacts(
        name=entry.text("name"),
        field=entry.text("field"),
        levels=entry.texts("levels"),
        issuer=entry.text("issuer"),
        decision=_decision(entry.entry("decision")),
        updated_on=entry.required_day("updated"),
        crawled_on=entry.required_day("crawled"),
        portal_url=_portal_url(entry.text("portal_id", may_be_empty=True)),
        subjects=entry.texts("subjects"),
        agencies=_agencies(entry.entry("agencies")),
        receiving_address=entry.text("receiving_address", may_be_empty=True),
        modes=entry.entries("modes", _mode),
        documents=entry.entries("documents", _case),
        results=entry.texts("results"),
        legal_basis=entry.entries("legal_basis", _legal_basis),
        conditions=entry.text("conditions", may_be_empty=True),
        case_times=entry.entries("case_times", _case_time, optional=True),
    )
    entry.finish()
    return facts


def _portal_url(portal_id: str) -> str:
    return f"{_PORTAL}/thu-tuc-hanh-chinh/{portal_id}" if portal_id else _PORTAL


def _decision(entry: Entry) -> Decision:
    decision = Decision(entry.text("number", may_be_empty=True), entry.day("date"))
    entry.finish()
    return decision


def _agencies(entry: Entry) -> Agencies:
    agencies = Agencies(entry.texts("executing"), entry.texts("competent"), entry.texts("coordinating"))
    entry.finish()
    return agencies


def _mode(entry: Entry) -> FilingMode:
    mode: Any = entry.one_of("mode", get_args(Mode))
    return FilingMode(
        mode,
        _time(entry.entry("time")),
        entry.entries("fees", _fee),
        entry.text("description", may_be_empty=True),
    )


def _time(entry: Entry) -> ProcessingTime:
    unit: Any = entry.one_of("unit", get_args(TimeUnit), or_null=True)
    time = ProcessingTime(entry.number("value"), unit, entry.text("text", may_be_empty=True))
    entry.finish()
    return time


def _case_time(entry: Entry) -> CaseTime:
    unit: Any = entry.one_of("unit", get_args(TimeUnit))
    time = ProcessingTime(entry.number("value"), unit, "")
    return CaseTime(entry.text("case", may_be_empty=True), time)


def _fee(entry: Entry) -> Fee:
    return Fee(
        kind=entry.text("kind", may_be_empty=True),
        amount=entry.amount("amount"),
        currency=str(entry.one_of("currency", _CURRENCIES)),
        text=entry.text("text", may_be_empty=True),
    )


def _case(entry: Entry) -> DocumentCase:
    return DocumentCase(entry.text("case", may_be_empty=True), entry.entries("items", _paper))


def _paper(entry: Entry) -> RequiredDocument:
    return RequiredDocument(
        name=entry.text("name"),
        originals=entry.count("originals"),
        copies=entry.count("copies"),
        forms=entry.texts("forms"),
        note=entry.flag("note"),
    )


def _legal_basis(entry: Entry) -> LegalBasis:
    return LegalBasis(entry.text("number", may_be_empty=True), entry.text("title", may_be_empty=True))
