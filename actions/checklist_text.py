"""The list of papers as a message: papers with their quantities, then where, how long and how much in short."""

from __future__ import annotations

from collections.abc import Iterator

from actions.checklist import checklist
from actions.fees import fees_in_short
from actions.paper_list import Block, Line, joined, length, whole_part
from actions.pick import Pick
from actions.places import place_in_short
from actions.style import Style
from actions.times import times_in_short
from knowledge_base.procedure import Procedure
from office.papers.checklist import Checklist, Paper, PaperGroup


def checklist_text(procedure: Procedure, style: Style, pick: Pick | None = None) -> str:
    """Return the list of a pick, or the whole one; of an endless list as much as a message may hold."""
    case, by_proxy = (pick.index, pick.by_proxy) if pick else (None, None)
    sheet = checklist(procedure, style, case=case, by_proxy=by_proxy)
    time = style.say("facets.heading", title=style.say.table("facets.titles")["time"])
    parts = [
        style.say("facets.heading", title=style.say.table("facets.titles")["checklist"]),
        *sheet.made_for,
        _papers(sheet, style),
        style.say("checklist.notes", count=len(sheet.notes)) if sheet.notes else "",
        place_in_short(procedure, style),
        "\n".join([time, times_in_short(procedure, style)]),
        fees_in_short(procedure, style),
    ]
    return "\n".join(part for part in parts if part)


def _papers(sheet: Checklist, style: Style) -> str:
    if not sheet.groups:
        return style.say("documents.none")
    blocks: list[Block] = [list(_block(group, style)) for group in sheet.groups]
    return joined(blocks) if length(blocks) <= style.whole_list_characters else whole_part(blocks, style)


def _block(group: PaperGroup, style: Style) -> Iterator[Line]:
    if group.title:
        yield Line(style.say("documents.list", name=group.title))
    for paper in group.papers:
        yield Line(style.bullets([_line(paper, style)]), "own")


def _line(paper: Paper, style: Style) -> str:
    forms = style.say("documents.forms", names=", ".join(paper.forms)) if paper.forms else ""
    details = "; ".join(part for part in (paper.counts, forms) if part)
    return (
        style.say("documents.paper_with_details", name=paper.name, details=details) if details else paper.name
    )
