"""The pieces of the portal's PDF put together again: sections, rows of tables, text that a page's end had cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from knowledge_base.importing.pdf_page import Box, Line, Piece
from knowledge_base.importing.printed import label_of

_SAME_LINE = 1.0
_CUT_AFTER = ("/", "-")
_GOES_ON = " "

Cells = tuple[str, ...]
HEAD = "head"


@dataclass
class Section:
    """What stands under a heading of the PDF."""

    lines: list[Line] = field(default_factory=list)
    rows: list[list[Box]] = field(default_factory=list)
    continued: set[int] = field(default_factory=set)
    """Places in ``rows`` of those that open a page below a row that ended the page before."""

    @property
    def text(self) -> str:
        """The text outside of tables."""
        return flowing(self.lines)

    def table(self, key: int) -> list[Cells]:
        """Return the rows; what a page's end cut is joined where the ``key`` cell shows no new row."""
        read: list[Cells] = []
        for place, row in enumerate(self.rows):
            cells = tuple(flowing(box.lines) for box in row)
            if place in self.continued and read and _goes_on(read[-1], cells, key):
                read[-1] = tuple(map(_glued, read[-1], cells))
            elif any(cells):
                read.append(cells)
        return read


def sections_of(pages: Iterable[Sequence[Piece]]) -> dict[str, Section]:
    """Return the sections by the field that their heading names; ``HEAD`` is what comes before the first."""
    sections = {HEAD: Section()}
    here = sections[HEAD]
    for pieces in pages:
        opens_page = True
        for piece in pieces:
            label = _heading(piece)
            if label:
                here = sections.setdefault(label, Section())
            elif isinstance(piece, Line):
                here.lines.append(piece)
            else:
                _add(here, piece, opens_page)
            opens_page = opens_page and isinstance(piece, Box) and _is_in(piece, here)
    return sections


def _heading(piece: Piece) -> str | None:
    """Return the field of a heading: bold capitals on a line of their own, in larger type than the text."""
    if isinstance(piece, Box) or not piece.bold or not piece.text.isupper():
        return None
    return label_of(piece.text)


def _add(section: Section, box: Box, opens_page: bool) -> None:
    if section.rows and _is_beside(section.rows[-1][-1], box):
        section.rows[-1].append(box)
        return
    if opens_page and section.rows:
        section.continued.add(len(section.rows))
    section.rows.append([box])


def _is_in(box: Box, section: Section) -> bool:
    """Whether the box is in the row of the section that opened the page."""
    return bool(section.rows) and box in section.rows[-1] and section.rows[-1][0].top == box.top


def _is_beside(one: Box, other: Box) -> bool:
    return abs(one.top - other.top) < _SAME_LINE and other.left >= one.right - _SAME_LINE


def _goes_on(above: Cells, below: Cells, key: int) -> bool:
    return len(above) == len(below) and key < len(below) and not below[key]


def _glued(above: str, below: str) -> str:
    """Join what a page's end cut, often within a word."""
    return f"{above}{below}"


def flowing(lines: Sequence[Line]) -> str:
    """Return lines as text: one that ends in a space, or at a slash or hyphen, goes on in the next."""
    return "".join(_pieces(lines)).strip("\n")


def _pieces(lines: Sequence[Line]) -> Iterator[str]:
    for line, below in zip_longest(lines, lines[1:]):
        text = line.text.replace("\0", "")
        yield text
        if below and not text.endswith((_GOES_ON, *_CUT_AFTER)) and not _is_cut(line, below):
            yield "\n"


def _is_cut(line: Line, below: Line) -> bool:
    """Whether a page's end cut the text within a word: the next line is on a new page and begins small."""
    return below.y < line.y and line.text[-1:].isalpha() and below.text[:1].islower()
