"""A list of papers as PDF: the same list always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from threading import Lock
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate, Table

from office.papers.checklist import Checklist, Fact, Paper
from office.papers.font import REGULAR, printable_text
from office.papers.qr import Code
from office.papers.sheet import STYLES, Qr, Ticked, details, text
from office.papers.words import words

_MARGIN, _FOOT = 18 * mm, 10 * mm
_QR_SIDE = 34 * mm
_ONE_AT_A_TIME = Lock()
"""Fonts are shared, and a sheet takes all of a core for its moment: turns of conversations go on beside one."""


def pdf(checklist: Checklist) -> bytes:
    """Return the printed list on A4."""
    with _ONE_AT_A_TIME:
        written = BytesIO()
        document = SimpleDocTemplate(
            written,
            pagesize=A4,
            title=printable_text(checklist.title),
            author=words().kicker,
            lang="vi",
            invariant=1,
            **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN),
        )
        document.build(list(_story(checklist)), canvasmaker=_numbered(checklist))
        return written.getvalue()


def _story(checklist: Checklist) -> Iterator[Flowable]:
    yield from _head(checklist)
    yield text(words().papers, "heading")
    if not checklist.groups:
        yield text(words().no_papers, "plain")
    for group in checklist.groups:
        if group.title:
            yield text(group.title, "group")
        for paper in group.papers:
            yield Ticked.of(paper.name)
            yield _details(paper)
    if checklist.notes:
        yield text(words().notes, "heading")
    for note in checklist.notes:
        yield text(note.text, "plain")
        yield text(note.source, "small")
    for fact in checklist.facts:
        yield from _fact(fact)
    yield text(words().source, "heading")
    yield _origin(checklist)


def _head(checklist: Checklist) -> Iterator[Flowable]:
    named = words().code if checklist.official_name == checklist.title else words().name
    yield text(words().kicker, "small")
    yield text(checklist.title, "title")
    yield text(named.format(name=checklist.official_name, code=checklist.shown_code), "small")
    for line in checklist.made_for:
        yield text(line, "strong")
    for line in checklist.remarks:
        yield text(line, "plain")


def _details(paper: Paper) -> Flowable:
    counts = words().counts.format(counts=paper.counts) if paper.counts else ""
    forms = words().forms.format(names=", ".join(paper.forms)) if paper.forms else ""
    return details(" ".join(part for part in (counts, forms) if part), paper.source)


def _fact(fact: Fact) -> Iterator[Flowable]:
    yield text(fact.title, "heading")
    for line in fact.lines:
        yield text(line, "item" if line.startswith("- ") else "plain")
    yield text(fact.source, "small")


def _origin(checklist: Checklist) -> Flowable:
    """Return the source beside the QR code of the official page; without a secure address there is no code."""
    code = Code.of(checklist.url)
    told = [text(line, "plain") for line in checklist.source]
    if code:
        told.append(text(words().page_of_procedure, "plain"))
    told.append(text(words().no_decision, "small"))
    width = A4[0] - 2 * _MARGIN
    row, widths = ([Qr(code, _QR_SIDE), told], [_QR_SIDE, width - _QR_SIDE]) if code else ([told], [width])
    return Table([row], colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP")], splitInRow=1)


def _numbered(checklist: Checklist) -> type[Canvas]:
    """Return a canvas that writes "page of pages" once all pages are known, dated by the record."""

    class Numbered(Canvas):  # type: ignore[misc]  # reportlab carries no types
        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            self._pages: list[dict[str, Any]] = []
            _date(self, checklist.dated)

        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            pages = list(self._pages)
            for number, page in enumerate(pages, 1):
                self.__dict__.update(page)
                _foot(self, checklist, number, len(pages))
                super().showPage()
            super().save()

    return Numbered


def _date(canvas: Canvas, day: date) -> None:
    stamp = canvas._doc._timeStamp
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)


def _foot(canvas: Canvas, checklist: Checklist, number: int, total: int) -> None:
    left = words().foot.format(code=checklist.shown_code, day=f"{checklist.dated:%d/%m/%Y}")
    canvas.setFont(REGULAR, STYLES["small"].fontSize)
    canvas.setFillColor(STYLES["small"].textColor)
    canvas.drawString(_MARGIN, _FOOT, left)
    canvas.drawRightString(A4[0] - _MARGIN, _FOOT, words().page.format(number=number, total=total))
