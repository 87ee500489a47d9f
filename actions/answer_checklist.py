"""The reply to a wish for a list of papers: what would change the list is asked, then it is given."""

from __future__ import annotations

from typing import Any

from actions.checklist_choices import open_question
from actions.checklist_text import checklist_text
from actions.choices import Choice, listing
from actions.decision import Answer
from actions.filing import known_pick
from actions.heading import called, heading
from actions.phrasing import next_facets, section
from actions.pick import Pick
from actions.reply import Reply, choice_button, facet_button
from actions.sources import citation, source
from actions.style import Style
from knowledge_base.procedure import Procedure

CHECKLIST = "checklist"
_NEXT_FACETS_AT_MOST = 4


def checklist_reply(answer: Answer, style: Style) -> Reply:
    """Ask for the case and who files, one after the other, where the list depends on it; else give it.

    What else was asked for waits for the list and comes with it.
    """
    asked = Pick.of(answer.choice or answer.procedure.code)
    pick = known_pick(asked, answer.procedure, answer.filing, style)
    choices = open_question(answer.procedure, pick, style)
    return _ask(answer, choices, style) if choices else _give(answer, pick, style)


def _ask(answer: Answer, choices: tuple[Choice, ...], style: Style) -> Reply:
    asks_filer = len({Pick.of(choice.code).by_proxy for choice in choices}) > 1
    response = "utter_ask_checklist_filer" if asks_filer else "utter_ask_checklist_case"
    variables = {"procedure_name": called(answer.procedure, style), "choices": listing(choices, style)}
    slots = {**_slots(answer), "choices": [choice.code for choice in choices], "choice_kind": CHECKLIST}
    custom = _custom(answer.procedure, answer.facets, choices)
    return Reply(response, variables, custom, [*map(choice_button, choices)], slots)


def _give(answer: Answer, pick: Pick, style: Style) -> Reply:
    procedure = answer.procedure
    sections = [
        checklist_text(procedure, style, pick) if facet == CHECKLIST else section(procedure, facet, style)
        for facet in answer.facets
    ]
    told = "\n\n".join([heading(procedure, style), *sections])
    titles = style.say.table("facets.buttons")
    following = next_facets(("documents", *answer.facets))[:_NEXT_FACETS_AT_MOST]
    custom = {
        **_custom(procedure, answer.facets, ()),
        "citations": [citation(procedure)],
        CHECKLIST: pick.data(),
    }
    buttons = [facet_button(titles[facet], procedure.code, facet) for facet in following]
    variables = {"answer": told, "source": source(procedure, style)}
    return Reply("utter_answer", variables, custom, buttons, _slots(answer))


def _custom(procedure: Procedure, facets: tuple[str, ...], choices: tuple[Choice, ...]) -> dict[str, Any]:
    return {
        "procedures": [procedure.code],
        "facets": list(facets),
        "citations": [],
        "choices": [{"title": choice.title, "code": choice.code} for choice in choices],
        "next_facets": [],
    }


def _slots(answer: Answer) -> dict[str, Any]:
    return {
        "procedure": answer.procedure.code,
        "subject": "procedure",
        "facets": list(answer.facets),
        "choices": None,
        "choice_kind": None,
        "failures": None,
    }
