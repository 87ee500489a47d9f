"""The smaller sides of a procedure: steps, conditions, law, result, and a summary of it all."""

from __future__ import annotations

from actions.documents import cases, needs_case, paper_count
from actions.excerpt import cleaned, excerpt
from actions.fees import fees_in_short
from actions.official_steps import official_steps
from actions.places import levels, place_in_short
from actions.style import Style
from actions.times import times_in_short
from knowledge_base.procedure import LegalBasis, Procedure
from knowledge_base.vietnamese.folding import folded_syllables

_RESULTS_CHARACTERS = 240
"""Of a summary; longer for 6 % of the records."""


def steps(procedure: Procedure, style: Style) -> str:
    """Return the steps: our plain words, numbered, or the record's own."""
    if not procedure.steps:
        return style.say("details.no_steps")
    if procedure.is_curated:
        return style.numbered(style.excerpt(step.text) for step in procedure.steps)
    return official_steps(procedure, style)


def conditions(procedure: Procedure, style: Style) -> str:
    """Return the conditions as the record words them; where it has none, for whom the procedure is as well."""
    return "\n".join(filter(None, (_for_whom(procedure, style), _worded_conditions(procedure, style))))


def _for_whom(procedure: Procedure, style: Style) -> str:
    return "" if procedure.conditions and not _says_none(procedure, style) else procedure.summary


def _says_none(procedure: Procedure, style: Style) -> bool:
    words = " ".join(folded_syllables(procedure.conditions))
    return words in style.say.words("details.none_of_conditions")


def _worded_conditions(procedure: Procedure, style: Style) -> str:
    if _says_none(procedure, style):
        return style.say("details.conditions_none", words=procedure.conditions.strip(" ."))
    if procedure.conditions:
        return style.excerpt(procedure.conditions)
    return style.say("details.no_conditions", hotline=style.hotline)


def result(procedure: Procedure, style: Style) -> str:
    """Return what the citizen receives."""
    return style.bullets(_result_names(procedure)) or style.say("details.no_result")


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
    """Return what it is for, how many papers, how long, how much and where, each in short.

    A record without our words is introduced by who may file it, at which level, and what comes out.
    """
    parts = [
        procedure.summary or _in_short(procedure, style),
        _papers(procedure, style),
        _times(procedure, style),
        fees_in_short(procedure, style),
        place_in_short(procedure, style),
        style.say("details.next"),
    ]
    return "\n".join(part for part in parts if part)


def _in_short(procedure: Procedure, style: Style) -> str:
    parts = [_subjects(procedure, style), levels(procedure, style), _results(procedure, style)]
    return "\n".join(part for part in parts if part)


def _results(procedure: Procedure, style: Style) -> str:
    results = "; ".join(_result_names(procedure))
    text, was_cut = excerpt(results, _RESULTS_CHARACTERS)
    return (
        style.say("details.results", results=f"{text.rstrip(' .;…')}{'…' if was_cut else '.'}")
        if text
        else ""
    )


def _result_names(procedure: Procedure) -> list[str]:
    return [cleaned(name).rstrip(" .;,-") for name in procedure.results]


def _subjects(procedure: Procedure, style: Style) -> str:
    subjects = "; ".join(subject.strip(" .;") for subject in procedure.subjects)
    return style.say("details.subjects", subjects=subjects) if subjects else ""


def _papers(procedure: Procedure, style: Style) -> str:
    count = paper_count(procedure)
    if not count:
        return style.say("documents.none")
    if needs_case(procedure, style):
        return style.say("documents.count_by_case", cases=len(cases(procedure, style)))
    return style.say("documents.count", count=count)


def _times(procedure: Procedure, style: Style) -> str:
    title = style.say("facets.heading", title=style.say.table("facets.titles")["time"])
    return "\n".join([title, times_in_short(procedure, style)])
