"""The reply to every decision about a message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.answer_checklist import CHECKLIST, checklist_reply
from actions.aside import FORGETS
from actions.choices import Choice, case_choices, listing, procedure_choice
from actions.communes import asked_among, communes
from actions.conversation import COMMUNE, SLOTS
from actions.decision import (
    Answer,
    Aside,
    AskNext,
    AskProcedure,
    Back,
    Decision,
    Dossier,
    Located,
    NamedOnly,
    NoSource,
    NotUnderstood,
    Offer,
    OwnData,
    Resumed,
    UnknownCode,
    Unsaid,
)
from actions.documents import needs_case, paper_count
from actions.due_days import due_days
from actions.figures import day
from actions.heading import called
from actions.in_passing import in_passing
from actions.phrasing import answer, next_facets
from actions.pick import Pick
from actions.privacy import reply_about_data
from actions.reply import Reply, choice_button, facet_button
from actions.services import Knowledge
from actions.siblings import with_siblings
from actions.sources import citation, source
from actions.style import Style
from actions.withdrawn import withdrawn
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.official.names import NAMES_AS_OF
from knowledge_base.procedure import Procedure
from office.outcome import Outcome

NEXT_FACETS_AT_MOST = 4
SIBLINGS_AT_MOST = 3
_PRINTABLE = frozenset({"documents", "all_documents"})


def reply_to(decision: Decision, knowledge: Knowledge, style: Style) -> Reply:
    """Return what is said and remembered."""
    match decision:
        case Answer(procedure) | AskNext(procedure) | Unsaid(procedure) if procedure.withdrawn_on:
            facets = decision.facets if isinstance(decision, Answer) else ()
            return withdrawn(procedure, facets, knowledge, style)
        case Answer(facets=facets) if CHECKLIST in facets:
            return checklist_reply(decision, style)
        case Answer(procedure, facets, case=None) if "documents" in facets and needs_case(procedure, style):
            return _ask_case(decision, style)
        case Answer():
            return _answer(decision, knowledge, style)
        case Offer():
            return _offer(decision, style)
        case Located(places, procedure):
            told = {"places": communes(places, procedure, style)}
            return Reply("utter_located", told, slots={"failures": None, **_asked_among(places)})
        case AskProcedure(facets):
            return Reply("utter_ask_procedure", slots={**_CLOSED, "facets": list(facets) or None})
        case AskNext(procedure):
            return Reply("utter_ask_next", {"procedure_name": called(procedure, style)}, slots=_CLOSED)
        case Resumed(procedure):
            custom = _custom(procedure, (), [])
            named = {"procedure_name": called(procedure, style)}
            return Reply("utter_resumed", named, custom, _facet_buttons(procedure, (), style), _CLOSED)
        case Back(to, slots):
            reply = reply_to(to, knowledge, style)
            return replace(reply, slots={**slots, **reply.slots})
        case Unsaid(procedure, matter):
            return _unsaid(procedure, matter, style)
        case Aside(response):
            return Reply(response, _contact(style), slots=dict.fromkeys(SLOTS) if response == FORGETS else {})
        case OwnData(intent, text):
            return reply_about_data(intent, text, style)
        case NotUnderstood(failures):
            return _not_understood(failures, style)
        case UnknownCode(code):
            return Reply("utter_unknown_code", {"procedure_code": code, **_contact(style)}, slots=_CLOSED)
        case NamedOnly(code, name):
            named = {"procedure_code": code, "procedure_name": name, "day": day(NAMES_AS_OF)}
            return Reply("utter_named_only", {**named, **_contact(style)}, slots=_CLOSED)
        case NoSource(focus):
            return Reply("utter_no_source", _contact(style), slots=_left(focus))
        case Dossier():
            raise AssertionError("dossiers are answered by their own action")


_CLOSED: dict[str, Any] = {"facets": None, "choices": None, "choice_kind": None, "failures": None}
"""What every answer puts an end to; the procedure stays in focus until another one is told."""


def _left(focus: Procedure | None) -> dict[str, Any]:
    """Keep what was talked about before as something to ask about: nobody knows which the next words mean."""
    return {
        **_CLOSED,
        "choices": [focus.code] if focus else None,
        "choice_kind": "procedure" if focus else None,
    }


def _contact(style: Style) -> dict[str, str]:
    return {"hotline": style.hotline, "portal_url": style.portal_url}


def _answer(decision: Answer, knowledge: Knowledge, style: Style) -> Reply:
    procedure, facets = decision.procedure, decision.facets
    siblings = [procedure_choice(s, style) for s in knowledge.siblings(procedure)[:SIBLINGS_AT_MOST]]
    told = answer(procedure, facets, style, decision.case, decision.where)
    if decision.taken_in and "time" in facets and (due := due_days(procedure, decision.taken_in, style)):
        told = "\n\n".join([told, due])
    variables = {
        "answer": told if decision.is_follow_up else with_siblings(told, procedure, siblings, style),
        "source": source(procedure, style),
    }
    buttons = [*_facet_buttons(procedure, facets, style), *map(choice_button, siblings)]
    custom = _custom(procedure, facets, siblings)
    if _PRINTABLE.intersection(facets) and paper_count(procedure):
        custom[CHECKLIST] = Pick(procedure.code, None if decision.case is None else decision.case + 1).data()
    slots = {**_CLOSED, **_focus(procedure), "facets": list(facets)}
    if decision.where:
        slots |= _asked_among(decision.where)
    if decision.keeps_choices:
        slots = {name: value for name, value in slots.items() if name not in ("choices", "choice_kind")}
    return Reply("utter_answer", variables, custom, buttons, slots)


def _asked_among(places: Sequence[NamedPlace]) -> dict[str, Any]:
    """Remember the communes of today among which a former one is asked about."""
    codes = [commune.code for commune in asked_among(places)]
    return {"choices": codes or None, "choice_kind": COMMUNE if codes else None}


def _focus(procedure: Procedure) -> dict[str, Any]:
    return {"procedure": procedure.code, "subject": "procedure"}


def _unsaid(procedure: Procedure, matter: str, style: Style) -> Reply:
    """Admit what the record has no part for; the procedure stays in focus."""
    custom, slots = {"procedures": [procedure.code]}, {**_CLOSED, **_focus(procedure)}
    if not matter:
        return Reply("utter_unsaid", {"procedure_name": called(procedure, style)}, custom, slots=slots)
    title = style.say.table("sides.unsaid")[matter]
    variables = {"procedure_name": called(procedure, style), "matter": title, **_contact(style)}
    passages = in_passing(procedure, matter, style)
    if not passages:
        return Reply("utter_matter_unsaid", variables, custom, slots=slots)
    quoted = variables | {"passages": passages, "source": source(procedure, style)}
    return Reply("utter_matter_in_passing", quoted, _custom(procedure, (), []), slots=slots)


def _facet_buttons(procedure: Procedure, shown: tuple[str, ...], style: Style) -> list[dict[str, Any]]:
    titles = style.say.table("facets.buttons")
    facets = next_facets(shown)[:NEXT_FACETS_AT_MOST]
    return [facet_button(titles[facet], procedure.code, facet) for facet in facets]


def _custom(procedure: Procedure, facets: tuple[str, ...], choices: list[Choice]) -> dict[str, Any]:
    return {
        "procedures": [procedure.code],
        "facets": list(facets),
        "citations": [citation(procedure)],
        "choices": [{"title": choice.title, "code": choice.code} for choice in choices],
        "next_facets": next_facets(facets)[:NEXT_FACETS_AT_MOST],
    }


def _ask_case(decision: Answer, style: Style) -> Reply:
    """Ask for the case before its papers are listed; what else was asked is answered at once."""
    procedure, facets = decision.procedure, decision.facets
    choices = case_choices(procedure, style)
    question = {"procedure_name": called(procedure, style), "choices": listing(choices, style)}
    others = tuple(facet for facet in facets if facet != "documents")
    slots = {
        **_CLOSED,
        **_focus(procedure),
        "facets": ["documents"],
        "choices": [choice.code for choice in choices],
        "choice_kind": "case",
    }
    custom, buttons = _custom(procedure, facets, list(choices)), [*map(choice_button, choices)]
    if not others:
        return Reply("utter_ask_case", question, custom, buttons, slots)
    custom["parts"] = [Outcome.ANSWERED.value, Outcome.CLARIFICATION_CASE.value]
    answered = {
        "answer": answer(procedure, others, style, where=decision.where),
        "source": source(procedure, style),
    }
    return Reply("utter_answer_and_ask_case", {**answered, **question}, custom, buttons, slots)


def _offer(offer: Offer, style: Style) -> Reply:
    codes = [choice.code for choice in offer.choices]
    procedures = list(dict.fromkeys(code.partition("#")[0] for code in codes))
    custom = {
        "procedures": procedures,
        "facets": list(offer.facets),
        "citations": [],
        "choices": [{"title": choice.title, "code": choice.code} for choice in offer.choices],
        "next_facets": [],
    }
    slots = {**_CLOSED, "facets": list(offer.facets), "choices": codes, "choice_kind": offer.kind}
    response, variables = _question(offer, style)
    return Reply(response, variables, custom, [*map(choice_button, offer.choices)], slots)


def _question(offer: Offer, style: Style) -> tuple[str, dict[str, str]]:
    first, several = (
        offer.choices[0],
        {"choices": listing(offer.choices, style), "count": str(len(offer.choices))},
    )
    if len(offer.choices) == 1 and first.details:
        details = "; ".join(first.details)
        return "utter_ask_only_choice", {
            "choice": style.say("choices.single", title=first.title, details=details)
        }
    if offer.kind in _CASE_UNCLEAR:
        return _CASE_UNCLEAR[offer.kind], several
    return "utter_choice_unclear" if offer.again else "utter_ask_choice", several


_CASE_UNCLEAR = {"case": "utter_case_unclear", CHECKLIST: "utter_checklist_unclear"}


def _not_understood(failures: int, style: Style) -> Reply:
    slots = {"failures": failures}
    if failures > 1:
        return Reply("utter_not_understood_again", _contact(style), slots=slots)
    return Reply("utter_not_understood", slots=slots)
