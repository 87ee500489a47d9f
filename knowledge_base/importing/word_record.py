"""The old portal's Word export of one procedure as a normalised record.

Bold labels head paragraphs and tables; an empty paragraph opens every cell; a null is printed as no information.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge_base.importing.blank_record import blank_record
from knowledge_base.importing.code import parse_code
from knowledge_base.importing.errors import FieldWrong
from knowledge_base.importing.parsed import Origin
from knowledge_base.importing.printed import fee_in, label_of, levels_in, mode_in, quantity_in, said, time_in
from knowledge_base.importing.word_document import Paragraph, Table, blocks_in
from knowledge_base.importing.words import format_words
from knowledge_base.official.text import tidy, tidy_list, tidy_name


@dataclass
class Section:
    """What stands under a label: text, and tables each with the line above it."""

    lines: list[str] = field(default_factory=list)
    tables: list[tuple[str, Table]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, "" for none."""
        return said("\n".join(self.lines))


def word_record(content: bytes, origin: Origin) -> dict[str, Any]:
    """Return the record of the export, or raise an ImportProblem."""
    sections = _sections(content)

    def text(name: str) -> str:
        return sections[name].text if name in sections else ""

    if not text("name"):
        raise FieldWrong("name", "there is none; a procedure without a name cannot be found")
    return {
        **blank_record(origin, "word-export"),
        "code": parse_code(text("code")),
        "code_raw": text("code"),
        "name": tidy_name(text("name")),
        "decision_number": text("decision"),
        "field": tidy_name(text("field")),
        "formality_type": text("formality") or None,
        "levels": levels_in(text("levels")),
        "steps": [{"name": "", "text": text("steps")}] if text("steps") else [],
        "submission": _rows(sections, "ways", _ways),
        "document_cases": _cases(sections),
        "subjects": _listed(text("subjects")),
        "executing_agencies": _listed(text("executing")),
        "competent_agencies": _listed(text("competent")),
        "authorized_agencies": _listed(text("authorized")),
        "coordinating_agencies": _listed(text("coordinating")),
        "receiving_address": text("address"),
        "results": [{"name": name, "code": ""} for name in text("results").split("\n") if name],
        "legal_basis": _rows(sections, "laws", _laws),
        "conditions": text("conditions"),
        "keywords": text("keywords"),
        "note": text("note"),
    }


def _sections(content: bytes) -> Mapping[str, Section]:
    """Sort the blocks under their labels; a label is bold, known, and ends in a colon."""
    sections: dict[str, Section] = {}
    here = Section()
    for block in blocks_in(content):
        if isinstance(block, Table):
            here.tables.append((here.lines[-1] if here.lines else "", block))
        elif label := label_of(block.bold) if ":" in block.bold else None:
            here = sections.setdefault(label, Section())
            here.lines.append(_value(block))
        else:
            here.lines.append(block.text)
    return sections


def _value(paragraph: Paragraph) -> str:
    return (
        paragraph.text[len(paragraph.bold) :] if paragraph.text.startswith(paragraph.bold) else paragraph.text
    )


def _listed(text: str) -> list[str]:
    return tidy_list(text.replace(";", "\n").split("\n"))


def _rows(
    sections: Mapping[str, Section], name: str, read: Callable[[Sequence[str]], dict[str, Any]]
) -> list[dict[str, Any]]:
    tables = sections[name].tables if name in sections else []
    return [
        read([*row, "", "", "", ""]) for _, table in tables for row in table.rows[1:] if any(map(tidy, row))
    ]


def _ways(row: Sequence[str]) -> dict[str, Any]:
    mode = mode_in(row[0])
    if mode is None:
        raise FieldWrong("ways of filing", f"{tidy(row[0])[:40]!r} is no way of filing")
    fees = [fee for line in tidy(row[2]).split("\n") if (fee := fee_in(line))]
    return {"mode": mode, **time_in(row[1]), "fees": fees, "description": said(row[3])}


def _laws(row: Sequence[str]) -> dict[str, Any]:
    return {"number": said(row[0]), "name": said(row[1])}


def _cases(sections: Mapping[str, Section]) -> list[dict[str, Any]]:
    tables = sections["papers"].tables if "papers" in sections else []
    return [
        {
            "case": _case_name(heading),
            "documents": [_paper([*row, "", ""]) for row in table.rows[1:] if tidy(row[0])],
        }
        for heading, table in tables
    ]


def _case_name(heading: str) -> str:
    name = tidy(heading)
    return "" if name.lower().rstrip(" :") == format_words()["printed"]["plain_case"] else name


def _paper(row: Sequence[str]) -> dict[str, Any]:
    originals, copies = quantity_in(row[2])
    return {
        "name": said(row[0]),
        "code": "",
        "originals": originals,
        "copies": copies,
        "forms": tidy_list(said(row[1]).split("\n")),
        "is_result": False,
        "e_form": False,
    }
