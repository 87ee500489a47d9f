"""One file to the records in it, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from knowledge_base.importing.content import Kind, kind_of
from knowledge_base.importing.errors import FieldWrong, ImportProblem
from knowledge_base.importing.limits import LIMITS, Limits
from knowledge_base.importing.parsed import Format, Origin, Parsed

Reading = Iterator[Parsed | ImportProblem]


def read_content(content: bytes, origin: Origin, limits: Limits = LIMITS) -> Reading:
    """Yield each record of the file, or what is wrong with it; never raises an ImportProblem."""
    try:
        yield from _READERS[kind_of(content, limits)](content, origin, limits)
    except ImportProblem as problem:
        yield problem


def _json(content: bytes, origin: Origin, limits: Limits) -> Reading:
    from knowledge_base.importing.portal_json import details_in
    from knowledge_base.importing.portal_record import portal_record

    for detail in details_in(content):
        try:
            yield Parsed(portal_record(detail, origin), Format.JSON, origin.file)
        except FieldWrong as problem:
            yield problem


def _workbook(content: bytes, origin: Origin, limits: Limits) -> Reading:
    from knowledge_base.importing.list_workbook import list_records

    for row in list_records(content, origin, limits):
        yield row if isinstance(row, FieldWrong) else Parsed(row, Format.LIST, origin.file)


def _word(content: bytes, origin: Origin, limits: Limits) -> Reading:
    from knowledge_base.importing.word_record import word_record

    yield Parsed(word_record(content, origin), Format.WORD, origin.file)


def _pdf(content: bytes, origin: Origin, limits: Limits) -> Reading:
    from knowledge_base.importing.pdf_record import pdf_record

    yield Parsed(pdf_record(content, origin, limits), Format.PDF, origin.file)


_READERS: dict[Kind, Callable[[bytes, Origin, Limits], Iterator[Any]]] = {
    Kind.JSON: _json,
    Kind.WORKBOOK: _workbook,
    Kind.WORD: _word,
    Kind.PDF: _pdf,
}
