"""The answer about a procedure that is not in force any more: that it is so, and what likely took its place."""

from __future__ import annotations

from typing import Any

from actions.choices import listing, procedure_choice
from actions.figures import day
from actions.heading import called
from actions.reply import Reply, choice_button
from actions.services import Knowledge
from actions.sources import citation, dated
from actions.style import Style
from knowledge_base.procedure import Procedure


def withdrawn(procedure: Procedure, facets: tuple[str, ...], knowledge: Knowledge, style: Style) -> Reply:
    """Tell none of its papers, fees and times; likely successors are offered to choose from.

    What was asked for is kept for the successor that is chosen.
    """
    choices = [procedure_choice(successor, style) for successor in _in_force(procedure, knowledge)]
    custom = {
        "procedures": [procedure.code],
        "facets": [],
        "citations": [citation(procedure)],
        "choices": [{"title": choice.title, "code": choice.code} for choice in choices],
        "next_facets": [],
    }
    slots: dict[str, Any] = {
        "procedure": procedure.code,
        "subject": "procedure",
        "failures": None,
        "facets": list(facets) or None,
        "choices": [choice.code for choice in choices] or None,
        "choice_kind": "procedure" if choices else None,
    }
    response = "utter_withdrawn_with_successors" if choices else "utter_withdrawn"
    variables = {**_variables(procedure, style), "choices": listing(choices, style)}
    return Reply(response, variables, custom, [*map(choice_button, choices)], slots)


def _in_force(procedure: Procedure, knowledge: Knowledge) -> list[Procedure]:
    held = map(knowledge.procedure, procedure.successors)
    return [successor for successor in held if successor and not successor.withdrawn_on]


def _variables(procedure: Procedure, style: Style) -> dict[str, str]:
    return {
        "procedure_name": called(procedure, style),
        "procedure_code": procedure.shown_code,
        "day": day(procedure.withdrawn_on or style.today),
        "dated": dated(procedure, style),
        "hotline": style.hotline,
        "portal_url": style.portal_url,
    }
