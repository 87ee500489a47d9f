"""A list of papers as blocks of lines: told whole, or so much of every block as one answer can hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from actions.style import Style

Kind = Literal["heading", "own", "conditional", "note"]
_FIRST_TOLD: tuple[Kind, ...] = ("own", "conditional", "note")


@dataclass(frozen=True)
class Line:
    """A line of a list: a heading, a paper that everybody files, one that only some file, or a note."""

    text: str
    kind: Kind = "heading"


Block = Sequence[Line]


def length(blocks: Sequence[Block]) -> int:
    """Count the characters."""
    return sum(len(line.text) for block in blocks for line in block)


def joined(blocks: Sequence[Block]) -> str:
    """Return every line."""
    return "\n".join(line.text for block in blocks for line in block)


def first_part(blocks: Sequence[Block], style: Style) -> str:
    """Return what fits, papers for everybody first, and what is left out, counted, with how to see it.

    A case is never left out altogether: its heading and its first paper stay.
    """
    told, left = _part(blocks, style.first_list_characters, style)
    return "\n".join([*told, _rest(left, style)])


def whole_part(blocks: Sequence[Block], style: Style) -> str:
    """Return what one message holds of a list that was asked for whole, and what is on the portal only, counted."""
    told, left = _part(blocks, style.whole_list_characters, style)
    notes = sum(line.kind == "note" for line in left)
    return "\n".join([*told, style.say("documents.rest_on_portal", papers=_papers(left), notes=notes)])


def _part(blocks: Sequence[Block], room: int, style: Style) -> tuple[list[str], list[Line]]:
    """Return the lines that are told and those that are left out."""
    kept = _kept(blocks, room)
    told = [
        line.text
        for block, count in zip(blocks, kept, strict=True)
        for line in (*block[:count], *(_more(block[count:], style) if len(blocks) > 1 else ()))
    ]
    return told, [line for block, count in zip(blocks, kept, strict=True) for line in block[count:]]


def _kept(blocks: Sequence[Block], room: int) -> list[int]:
    """Return how many lines of each block are told; every block keeps its order."""
    kept = [_least(block) for block in blocks]
    room -= sum(length([block[:count]]) for block, count in zip(blocks, kept, strict=True))
    for kind in _FIRST_TOLD:
        for number, block in enumerate(blocks):
            while more := _next(block, kept[number], kind):
                room -= length([more])
                if room < 0:
                    return kept
                kept[number] += len(more)
    return kept


def _least(block: Block) -> int:
    """Return the place after the first paper; a block of notes alone may be left out."""
    return next((n for n, line in enumerate(block, 1) if line.kind in ("own", "conditional")), 0)


def _next(block: Block, count: int, kind: Kind) -> Block:
    """Return the next line of the block if it is of this kind, with a heading before it; else nothing."""
    more = next((n for n, line in enumerate(block[count:], 1) if line.kind != "heading"), 0)
    return block[count : count + more] if more and block[count + more - 1].kind == kind else ()


def _more(rest: Block, style: Style) -> list[Line]:
    papers = _papers(rest)
    return [Line(style.bullets([style.say("documents.more", count=papers)]))] if papers else []


def _rest(left: Block, style: Style) -> str:
    papers, notes = _papers(left), sum(line.kind == "note" for line in left)
    if papers and notes:
        return style.say("documents.rest_papers_and_notes", papers=papers, notes=notes)
    if papers:
        return style.say("documents.rest_papers", papers=papers)
    return style.say("documents.rest_notes", notes=notes) if notes else style.say("documents.rest_shortened")


def _papers(lines: Block) -> int:
    return sum(line.kind in ("own", "conditional") for line in lines)
