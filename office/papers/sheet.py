"""A sheet of A4 with its styles: how titles, papers to tick off and small print look."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from office.papers.font import BOLD, REGULAR, printable_text
from office.papers.qr import Code

_INK, _FAINT = HexColor("#17211e"), HexColor("#55635e")
_BOX = 3.4 * mm
_QUIET_ZONE = 4


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:
    known: dict[str, Any] = {"fontName": REGULAR, "textColor": _INK, "leading": size * 1.4, **more}
    return ParagraphStyle(name, fontSize=size, splitLongWords=1, **known)


STYLES = {
    "title": _style("title", 16, fontName=BOLD, spaceAfter=2 * mm),
    "heading": _style("heading", 12, fontName=BOLD, spaceBefore=5 * mm, spaceAfter=1.5 * mm, keepWithNext=1),
    "group": _style("group", 10, fontName=BOLD, spaceBefore=2.5 * mm, spaceAfter=1 * mm, keepWithNext=1),
    "strong": _style("strong", 10, fontName=BOLD),
    "plain": _style("plain", 10, spaceAfter=0.8 * mm),
    "item": _style("item", 10, leftIndent=4 * mm, spaceAfter=0.8 * mm),
    "small": _style("small", 8, textColor=_FAINT),
    "paper": _style("paper", 10, leftIndent=7 * mm, spaceBefore=1.6 * mm, keepWithNext=1),
    "details": _style("details", 8, leading=13, leftIndent=7 * mm, textColor=_FAINT, spaceAfter=0.6 * mm),
}


def text(words: str, style: str) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(escape(printable_text(words)), STYLES[style])


def details(bring: str, source: str) -> Paragraph:
    """Return what to bring of a paper, easy to read, and in small print where that comes from."""
    strong = f'<font name="{BOLD}" size="9" color="{_INK.hexval()}">{escape(printable_text(bring))}</font>'
    return Paragraph(f"{strong if bring else ''} {escape(printable_text(source))}", STYLES["details"])


class Ticked(Paragraph):  # type: ignore[misc]  # reportlab carries no types
    """A paragraph with a box to tick before its first line; what is carried over to the next page has none."""

    @classmethod
    def of(cls, words: str) -> Ticked:
        """Return the name of a paper with its box."""
        return cls(escape(printable_text(words)), STYLES["paper"], bulletText=" ")

    def draw(self) -> None:
        """Draw the box beside the first line, then the words."""
        if self.bulletText:
            first_line = self.height - self.style.leading
            self.canv.setLineWidth(0.8)
            self.canv.rect(0, first_line + (self.style.leading - _BOX) / 2, _BOX, _BOX)
        super().draw()


class Qr(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """A QR code as squares, with the light margin that readers need."""

    def __init__(self, code: Code, side: float) -> None:
        super().__init__()
        self.width = self.height = side
        self._code = code

    def draw(self) -> None:
        """Draw every run of dark modules of a row as one bar."""
        module = self.width / (self._code.size + 2 * _QUIET_ZONE)
        self.canv.setFillColorRGB(0, 0, 0)
        for y, row in enumerate(self._code.rows):
            bottom = self.height - (y + 1 + _QUIET_ZONE) * module
            for start, length in _runs(row):
                left = (start + _QUIET_ZONE) * module
                self.canv.rect(left, bottom, length * module, module, stroke=0, fill=1)


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where each run of dark modules starts and how long it is."""
    starts = [x for x, dark in enumerate(row) if dark and not (x and row[x - 1])]
    ends = [x for x, dark in enumerate(row, 1) if dark and not (x < len(row) and row[x])]
    return [(start, end - start) for start, end in zip(starts, ends, strict=True)]
