"""A record of the official catalogue as the ``official:`` block of a procedure file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from knowledge_base.official.text import tidy, tidy_list, tidy_name, tidy_said
from knowledge_base.official.words import says_no_time, words

Record = Mapping[str, Any]
Block = dict[str, Any]

_BULLETS = " -*+•"
_BEGINNING = re.compile(r"^([\s*+•-]|\(?[^\W_]{1,2}[).] ?)*")


def official_block(record: Record) -> Block:
    """Return the facts of a normalised catalogue record; names stay word for word, see ``tidy``.

    The times of the portal's own cases are in it only where no way of filing has a usable one.
    """
    modes = [_mode(row) for row in _rows(record["submission"])]
    block = {
        "name": tidy_name(record["name"]),
        "field": tidy(record["field"]),
        "levels": tidy_list(record["levels"]),
        "issuer": tidy(record["promulgating_agency"]),
        "decision": {"number": tidy(record["decision_number"]), "date": _day(record["decision_date"])},
        "updated": _day(record["portal_updated"]),
        "crawled": _day(record["source"]["crawled"]),
        "portal_id": tidy(record["portal_id"]),
        "subjects": tidy_list(record["subjects"]),
        "agencies": {
            "executing": tidy_list(record["executing_agencies"]),
            "competent": tidy_list(record["competent_agencies"]),
            "coordinating": tidy_list(record["coordinating_agencies"]),
        },
        "receiving_address": tidy_said(record["receiving_address"]),
        "modes": modes,
        "documents": [_case(row) for row in _rows(record["document_cases"])],
        "results": tidy_list(row["name"] for row in _rows(record["results"])),
        "legal_basis": _legal_basis(record["legal_basis"]),
        "conditions": tidy_said(record["conditions"]),
    }
    case_times = [] if any(_has_time(mode) for mode in modes) else _case_times(record)
    return {**block, "case_times": case_times} if case_times else block


def _has_time(mode: Block) -> bool:
    time = mode["time"]
    return not says_no_time(time["text"]) or (time["value"] is not None and bool(time["unit"]))


def _case_times(record: Record) -> list[Block]:
    """Return number and unit of each of the portal's cases that has both, once."""
    units: Mapping[str, str] = words()["units"]
    name = tidy_name(record["name"]).lower()
    times: list[Block] = []
    for row in _rows(record.get("portal_cases")):
        case, unit = tidy_name(row["name"]), units.get(row["unit"] or "")
        time = {"case": "" if case.lower() == name else case, "value": _number(row["qty"]), "unit": unit}
        if row["qty"] and unit and time not in times:
            times.append(time)
    return times


def _rows(rows: Iterable[Record | None] | None) -> list[Record]:
    return [row for row in rows or () if row]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text else None


def _mode(row: Record) -> Block:
    return {
        "mode": words()["modes"][tidy(row["mode"])],
        "time": {
            "value": _number(row["time_value"]),
            "unit": _unit(row),
            "text": tidy_said(row["time_text"]),
        },
        "fees": [_fee(fee) for fee in _rows(row["fees"])],
        "description": tidy_said(row["description"]),
    }


def _number(value: float | None) -> float | None:
    return int(value) if value is not None and float(value).is_integer() else value


def _unit(row: Record) -> str | None:
    units: Mapping[str, str] = words()["units"]
    return units.get(row["time_unit_code"] or row["time_unit"] or "")


def _fee(row: Record) -> Block:
    return {
        "kind": tidy(row["kind"]),
        "amount": row["amount"],
        "currency": words()["currencies"][tidy(row["currency"]) or "VND"],
        "text": tidy_said(row["text"]),
    }


def _case(row: Record) -> Block:
    name = tidy(row["case"])
    papers = [paper for paper in _rows(row["documents"]) if not paper["is_result"] and tidy(paper["name"])]
    return {
        "case": name if name.strip(_BULLETS) else "",
        "items": [_paper(paper, is_note=_is_note_heading(name)) for paper in papers],
    }


def _is_note_heading(case: str) -> bool:
    return case.lstrip(_BULLETS).lower().startswith(tuple(words()["note_headings"]))


def _names_a_paper(row: str) -> bool:
    return _BEGINNING.sub("", row).lower().startswith(tuple(words()["paper_words"]))


def _paper(row: Record, *, is_note: bool) -> Block:
    name, originals, copies = tidy(row["name"]), row["originals"] or 0, row["copies"] or 0
    paper: Block = {
        "name": name,
        "originals": originals,
        "copies": copies,
        "forms": tidy_list(row["forms"]),
    }
    if is_note or not (originals or copies or _names_a_paper(name)):
        return {**paper, "note": True}
    return paper


def _legal_basis(rows: Iterable[Record | None]) -> list[Block]:
    cited = dict.fromkeys((tidy(row["number"]), tidy_name(row["name"])) for row in _rows(rows))
    return [{"number": number, "title": title} for number, title in cited if number or title]
