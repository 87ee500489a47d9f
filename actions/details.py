"""The smaller sides of a procedure: steps, conditions, law, result, and a summary of it all."""

from __future__ import annotations

from actions.documents import cases, needs_case, paper_count
from actions.excerpt import cleaned
from actions.fees import fees_in_short
from actions.places import place_in_short
from actions.style import Style
from actions.times import time_list
from knowledge_base.procedure import LegalBasis, Procedure


def steps(procedure: Procedure, style: Style) -> str:
    """Return the steps in our plain words."""
    return style.numbered(step.text for step in procedure.steps) or style.say("details.no_steps")


def conditions(procedure: Procedure, style: Style) -> str:
    """Return the conditions as the record words them."""
    return style.excerpt(procedure.conditions) if procedure.conditions else style.say("details.no_conditions")


def result(procedure: Procedure, style: Style) -> str:
    """Return what the citizen receives."""
    return style.bullets(cleaned(name) for name in procedure.results) or style.say("details.no_result")


def legal_basis(procedure: Procedure, style: Style) -> str:
    """Return every law that the record cites."""
    return style.bullets(_law(law, style) for law in procedure.legal_basis) or style.say(
        "details.no_legal_basis"
    )


def _law(law: LegalBasis, style: Style) -> str:
    if not law.title or law.title == law.number:
        return law.number
    return style.say("details.legal", number=law.number, title=cleaned(law.title).rstrip(" ;."))


def summary(procedure: Procedure, style: Style) -> str:
    """Return what it is for, how many papers, how long, how much and where, each in short."""
    parts = [
        procedure.summary,
        _papers(procedure, style),
        _times(procedure, style),
        fees_in_short(procedure, style),
        place_in_short(procedure, style),
        style.say("details.next"),
    ]
    return "\n".join(part for part in parts if part)


def _papers(procedure: Procedure, style: Style) -> str:
    count = paper_count(procedure)
    if not count:
        return style.say("documents.none")
    if needs_case(procedure, style):
        return style.say("documents.count_by_case", cases=len(cases(procedure, style)))
    return style.say("documents.count", count=count)


def _times(procedure: Procedure, style: Style) -> str:
    title = style.say("facets.heading", title=style.say.table("facets.titles")["time"])
    return "\n".join([title, time_list(procedure, style)])
