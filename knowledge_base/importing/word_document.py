"""The body of an OOXML document as paragraphs and tables, in order.

python-docx opens the container; where it cannot (the old portal's writer leaves parts out), the body is read from the
XML itself. Tables have no grid there, so cells are read as they stand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from knowledge_base.importing.errors import FileDamaged

_BODY_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNREADABLE = (OpcError, zipfile.BadZipFile, etree.LxmlError, KeyError, ValueError, AttributeError, OSError)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's text, and the part of it that is bold at its beginning."""

    text: str
    bold: str


@dataclass(frozen=True)
class Table:
    """The texts of the cells, row by row."""

    rows: tuple[tuple[str, ...], ...]


def blocks_in(content: bytes) -> Iterator[Paragraph | Table]:
    """Yield the blocks of the body; raises FileDamaged."""
    for element in _body(content):
        if element.tag == f"{_W}p":
            yield Paragraph(_text(element), _leading_bold(element))
        elif element.tag == f"{_W}tbl":
            yield Table(tuple(_cells(row) for row in element.iter(f"{_W}tr")))


def _body(content: bytes) -> Any:
    try:
        return docx.Document(io.BytesIO(content)).element.body
    except _UNREADABLE:
        return _body_of_the_xml(content)


def _body_of_the_xml(content: bytes) -> Any:
    """Read the body alone; entities are not resolved and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = etree.fromstring(archive.read(_BODY_PART), parser).find(f"{_W}body")
    except _UNREADABLE as error:
        raise FileDamaged(f"it is no Word document: {error}") from error
    if body is None:
        raise FileDamaged("the Word document has no body")
    return body


def _cells(row: Any) -> tuple[str, ...]:
    return tuple(
        "\n".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")
    )


def _text(element: Any) -> str:
    marks = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " "}
    return "".join(
        (part.text or "") if part.tag == f"{_W}t" else marks.get(part.tag, "") for part in element.iter()
    )


def _leading_bold(paragraph: Any) -> str:
    bold = ""
    for run in paragraph.iter(f"{_W}r"):
        if not _is_bold(run):
            break
        bold += _text(run)
    return bold


def _is_bold(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}b")
    return mark is not None and mark.get(f"{_W}val", "true") not in ("false", "0", "off")
