"""The portal's PDF of one procedure as a normalised record.

What the PDF prints is less than the record behind it: no ids and codes, no issuer and no dates, no text beside a fee;
"free" for every amount of 0, "1 day" for a time without a unit, every row's description in each row. What it may have
made up is left out: see docs/decisions/0007-importing-the-catalogue.md.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from knowledge_base.importing.blank_record import blank_record
from knowledge_base.importing.code import parse_code
from knowledge_base.importing.errors import FieldWrong
from knowledge_base.importing.limits import Limits
from knowledge_base.importing.parsed import Origin
from knowledge_base.importing.pdf_page import pages_of
from knowledge_base.importing.pdf_sections import HEAD, Cells, Section, sections_of
from knowledge_base.importing.printed import (
    case_in,
    label_of,
    levels_in,
    mode_in,
    names_in,
    printed_fees_in,
    printed_time_in,
    quantity_in,
    result_code_in,
    said,
)
from knowledge_base.official.text import tidy, tidy_list, tidy_name

Sections = Mapping[str, Section]

_CODE_AT = 1
_QUANTITY_AT = 2
_MODE_AT = 0


def pdf_record(content: bytes, origin: Origin, limits: Limits) -> dict[str, Any]:
    """Return the record of the PDF, or raise an ImportProblem."""
    sections = sections_of(pages_of(content, limits))
    head = _head(sections)
    name = tidy_name(head.get("name"))
    if not name:
        raise FieldWrong("name", "there is none; this is no PDF of a procedure from the portal")
    return {
        **blank_record(origin, "portal-pdf"),
        "code": parse_code(head.get("code")),
        "code_raw": head.get("code"),
        "name": name,
        "decision_number": said(head.get("decision", "")),
        "field": tidy(head.get("field")),
        "formality_type": said(head.get("formality", "")) or None,
        "levels": levels_in(head.get("levels", "")),
        "subjects": names_in(head.get("subjects", "")),
        "competent_agencies": names_in(head.get("competent", "")),
        "authorized_agencies": names_in(head.get("authorized", "")),
        "coordinating_agencies": names_in(head.get("coordinating", "")),
        "receiving_address": said(head.get("address", "")),
        "executing_agencies": names_in(_text(sections, "executing")),
        "steps": [{"name": "", "text": text} for text in [_text(sections, "steps")] if text],
        "submission": _ways(sections),
        "document_cases": _cases(sections),
        "results": _results(sections),
        "legal_basis": _laws(sections),
        "conditions": _text(sections, "conditions"),
        "keywords": _text(sections, "keywords"),
        "note": _text(sections, "note"),
    }


def _head(sections: Sections) -> dict[str, str]:
    """Return label and value of the table at the beginning."""
    rows = sections[HEAD].table(key=0)
    return {label: row[1].strip() for row in rows if len(row) > 1 and (label := label_of(row[0]))}


def _text(sections: Sections, name: str) -> str:
    return said(sections[name].text) if name in sections else ""


def _rows(sections: Sections, name: str, key: int) -> list[Cells]:
    return sections[name].table(key) if name in sections else []


def _ways(sections: Sections) -> list[dict[str, Any]]:
    return [_way(row) for row in _rows(sections, "ways", _MODE_AT)[1:]]


def _way(row: Cells) -> dict[str, Any]:
    mode, time, fees, description = _columns(row, 4, "ways of filing")
    known = mode_in(mode)
    if known is None:
        raise FieldWrong("ways of filing", f"{tidy(mode)[:40]!r} is no way of filing")
    return {
        "mode": known,
        **printed_time_in(time),
        "fees": printed_fees_in(fees),
        "description": said(description),
    }


def _columns(row: Cells, expected: int, table: str) -> Cells:
    if len(row) != expected:
        raise FieldWrong(table, f"a row has {len(row)} columns, not {expected}; fetch the PDF again")
    return row


def _cases(sections: Sections) -> list[dict[str, Any]]:
    """Return the papers; a row of one cell names the case of those below it, a row of headings opens each table."""
    cases: list[dict[str, Any]] = []
    for row in _rows(sections, "papers", _QUANTITY_AT):
        if len(row) == 1:
            cases.append({"case": case_in(row[0]), "documents": []})
        elif label_of(row[0]) != "paper":
            if not cases:
                cases.append({"case": "", "documents": []})
            cases[-1]["documents"].append(_paper(row))
    return cases


def _paper(row: Cells) -> dict[str, Any]:
    name, forms, quantity = _columns(row, 3, "papers")
    originals, copies = quantity_in(quantity)
    return {
        "name": tidy(name),
        "code": "",
        "originals": originals,
        "copies": copies,
        "forms": tidy_list(re.split(r"[\n,] ?", said(forms))),
        "is_result": False,
        "e_form": False,
    }


def _results(sections: Sections) -> list[dict[str, str]]:
    """Return the results; each is a text and then a line with its code."""
    results: list[dict[str, str]] = []
    lines: list[str] = []
    for line in _text(sections, "results").split("\n"):
        code = result_code_in(line)
        if code is None:
            lines.append(line)
        else:
            results.append({"name": tidy("\n".join(lines)), "code": code})
            lines = []
    if left := tidy("\n".join(lines)):
        results.append({"name": left, "code": ""})
    return [result for result in results if result["name"]]


def _laws(sections: Sections) -> list[dict[str, str]]:
    rows = [row for row in _rows(sections, "laws", _CODE_AT) if len(row) == 2]
    laws = dict.fromkeys((said(" ".join(number.split())), said(name)) for name, number in rows[1:])
    return [{"number": number, "name": name} for number, name in laws]
