"""The pages of the portal's PDF as lines of text and boxes of tables, in the order in which they were drawn.

The portal draws a table cell by cell: four strokes around it, then its text. So a line of text belongs to the box that
was drawn last, if it lies in it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from knowledge_base.importing.errors import FileDamaged, TooLarge
from knowledge_base.importing.limits import Limits

_STROKES_OF_A_BOX = 4
_SLACK = 2.0
_UNREADABLE = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OSError,
    RecursionError,
)


@dataclass(frozen=True)
class Line:
    """A line of text; ``y`` grows down the page. A trailing space says that the text goes on below."""

    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass
class Box:
    """A cell of a table and the lines in it."""

    left: float
    top: float
    right: float
    bottom: float
    lines: list[Line] = field(default_factory=list)

    def holds(self, line: Line) -> bool:
        """Whether the line lies in the box."""
        return (
            self.left - _SLACK <= line.x <= self.right + _SLACK
            and self.top - _SLACK <= line.y <= self.bottom + _SLACK
        )


Piece = Line | Box


def pages_of(content: bytes, limits: Limits) -> list[list[Piece]]:
    """Return the pieces of each page; raises FileDamaged for what is no PDF, or a locked one."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise FileDamaged("the PDF is locked with a password")
        if len(reader.pages) > limits.pages:
            raise TooLarge(f"{len(reader.pages)} pages, more than {limits.pages}")
        return [list(_pieces(page)) for page in reader.pages]
    except _UNREADABLE as error:
        raise FileDamaged(f"it is no PDF that can be read: {type(error).__name__}: {error}") from error


class _Drawing:
    """Listens to what a page draws."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._strokes: list[tuple[float, float]] = []
        self.pieces: list[Piece] = []

    def operand(self, operator: bytes, operands: Any, matrix: Any, text_matrix: Any) -> None:
        """Gather the strokes of a box."""
        if operator in (b"m", b"l"):
            self._strokes.append((float(operands[0]), float(operands[1])))
            if len(self._strokes) == 2 * _STROKES_OF_A_BOX:
                across, down = zip(*self._strokes, strict=True)
                self.pieces.append(Box(min(across), min(down), max(across), max(down)))
                self._strokes = []

    def text(self, text: str, matrix: Any, text_matrix: Any, font: Any, size: float) -> None:
        """Gather a line; pypdf puts in spaces and line breaks of its own, without a font."""
        if font is None or not text.strip("\n"):
            return
        bold = "bold" in str(font.get("/BaseFont", "")).lower()
        x, y = float(text_matrix[4]), self._height - float(text_matrix[5])
        line = Line(text.strip("\n"), x, y, float(size), bold)
        box = next((piece for piece in reversed(self.pieces) if isinstance(piece, Box)), None)
        (box.lines if box and box.holds(line) else self.pieces).append(line)


def _pieces(page: Any) -> Iterator[Piece]:
    drawing = _Drawing(float(page.mediabox.height))
    page.extract_text(visitor_text=drawing.text, visitor_operand_before=drawing.operand)
    yield from drawing.pieces
