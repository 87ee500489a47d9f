"""The list of procedures as the portal exports it (XLSX): codes, names and agencies, no facts.

Row 1 is a letterhead; the header is found by its words, on any sheet. Not opened read-only: of the old portal's
workbooks that mode reads four rows.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from knowledge_base.importing.blank_record import blank_record
from knowledge_base.importing.code import parse_code
from knowledge_base.importing.errors import FieldWrong, FileDamaged, TooLarge
from knowledge_base.importing.limits import Limits
from knowledge_base.importing.parsed import Origin
from knowledge_base.importing.words import format_words
from knowledge_base.official.text import tidy, tidy_list, tidy_name
from knowledge_base.vietnamese.folding import fold

_HEADER_WITHIN_ROWS = 30
_INTERNAL_SERIES = ("5.", "6.")
"""The list does not say what is internal, but its codes do."""
_UNREADABLE = (InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, OSError)

Row = Sequence[Any]
Columns = Mapping[str, int]


def list_records(content: bytes, origin: Origin, limits: Limits) -> Iterator[dict[str, Any] | FieldWrong]:
    """Yield a record for each row, or what is wrong with the row; raises an ImportProblem for the whole file."""
    rows = _rows(content, limits)
    start, columns = _header(rows)
    for number, row in enumerate(rows[start:], start + 1):
        if any(tidy(cell) for cell in row):
            yield _read(row, columns, number, origin)


def _rows(content: bytes, limits: Limits) -> list[Row]:
    try:
        workbook = load_workbook(io.BytesIO(content), data_only=True)
    except _UNREADABLE as error:
        raise FileDamaged(f"it is no workbook: {error}") from error
    if sum(sheet.max_row for sheet in workbook.worksheets) > limits.rows:
        raise TooLarge(f"more than {limits.rows} rows")
    return [row for sheet in workbook.worksheets for row in sheet.iter_rows(values_only=True)]


def _header(rows: Sequence[Row]) -> tuple[int, Columns]:
    """Return where the data begin and which column holds what."""
    known = format_words()["list_columns"]
    for number, row in enumerate(rows[:_HEADER_WITHIN_ROWS], 1):
        named = [known.get(fold(tidy_name(cell))) for cell in row]
        if "code" in named and "name" in named:
            return number, {name: place for place, name in enumerate(named) if name}
    raise FieldWrong("header", "no row names the columns of code and name")


def _read(row: Row, columns: Columns, number: int, origin: Origin) -> dict[str, Any] | FieldWrong:
    try:
        return _record(row, columns, origin)
    except FieldWrong as problem:
        return FieldWrong(f"row {number}, {problem.field}", str(problem).partition(": ")[2])


def _record(row: Row, columns: Columns, origin: Origin) -> dict[str, Any]:
    def cell(name: str) -> Any:
        return row[columns[name]] if name in columns and columns[name] < len(row) else None

    name = tidy_name(cell("name"))
    if not name:
        raise FieldWrong("name", "there is none; a procedure without a name cannot be found")
    code = parse_code(cell("code"))
    return {
        **blank_record(origin, "list-xlsx"),
        "internal": code.startswith(_INTERNAL_SERIES),
        "code": code,
        "code_raw": cell("code"),
        "name": name,
        "field": tidy_name(cell("field")),
        "promulgating_agency": tidy(cell("issuer")),
        "executing_agencies": tidy_list(tidy(cell("executing")).split("\n")),
    }
