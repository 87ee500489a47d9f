"""A wish for a person: what is said first, and what the officer will read about the conversation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

from rasa_sdk import Tracker

from actions.choices import is_yes, listing
from actions.conversation import Heard
from actions.decision import Aside, Decision
from actions.dossier import Dossier
from actions.dossier_phrasing import status
from actions.heading import full_name
from actions.intake import IntakeUnavailable, LookupRefused
from actions.reading import Reading
from actions.reply import Reply
from actions.services import Services
from actions.style import Style
from office.dossier_code import DossierCode, InvalidDossierCode
from office.wording import find

WISH, COMPLAINT, FAILURES = "wish", "complaint", "failures"
OFFERED, WAITING = "offered", "waiting"
REQUESTED, COMPLAINED, NOT_WAITING = (
    "utter_handover_requested",
    "utter_complaint_noted",
    "utter_handover_not_waiting",
)


def is_about_handover(decision: Decision) -> TypeGuard[Aside]:
    """Tell whether a person is asked for, complained to, or not wanted any more."""
    return isinstance(decision, Aside) and decision.response in (REQUESTED, COMPLAINED, NOT_WAITING)


def accepted(heard: Heard, tracker: Tracker, style: Style) -> Aside | None:
    """Return the wish that a yes is where a person has just been offered."""
    is_offered = tracker.get_slot("handover") == OFFERED
    return Aside(REQUESTED) if is_offered and is_yes(heard.text, style) else None


async def person_reply(wish: Aside, tracker: Tracker, services: Services) -> Reply:
    """Return what is said, and for the gateway what is to be done."""
    stands = tracker.get_slot("handover")
    if wish.response == NOT_WAITING:
        return Reply("utter_handover_dropped", {}, _drop()) if stands == WAITING else Reply(NOT_WAITING)
    style = services.style()
    reason = COMPLAINT if wish.response == COMPLAINED else FAILURES if stands == OFFERED else WISH
    lines = [*_lines(Heard.of(tracker, style.say), services, style), *await _dossier(tracker, services)]
    deed = {"name": "handover", "reason": reason, "summary": lines or [style.say("handover.nothing")]}
    contact = {"hotline": style.hotline, "portal_url": style.portal_url}
    response = "utter_handover_waiting" if stands == WAITING else wish.response
    return Reply(response, contact, {"deed": deed}, slots={"failures": None})


def _drop() -> dict[str, Any]:
    return {"deed": {"name": "drop_handover"}}


def _lines(heard: Heard, services: Services, style: Style) -> Iterator[str]:
    reading = Reading(heard, services.knowledge, style)
    if reading.focus:
        yield style.say("handover.asked", name=full_name(reading.focus), code=reading.focus.shown_code)
    titles = style.say.table("facets.titles")
    if sides := [titles[facet] for facet in heard.facets if facet in titles]:
        yield style.say("handover.sides", sides=", ".join(sides))
    if reading.offered:
        yield style.say("handover.open_choice", choices=listing(reading.offered, style).replace("\n", "; "))


async def _dossier(tracker: Tracker, services: Services) -> list[str]:
    """Tell a dossier whose proof still holds; of one that was not proved nothing is told."""
    token: Any = tracker.get_slot("proof_token")
    try:
        code = DossierCode.parse(tracker.get_slot("dossier_code") or "")
    except InvalidDossierCode:
        return []
    style = services.style()
    try:
        dossier = (
            await services.intake.dossier(code, session=tracker.sender_id, proof_token=token)
            if token
            else None
        )
    except LookupRefused:
        return []
    except IntakeUnavailable:
        return [style.say("handover.dossier_untold", code=str(code))]
    return [style.say("handover.dossier", status=_label(dossier, token, services))] if dossier else []


def _label(dossier: Dossier, token: str, services: Services) -> str:
    """Return the first line of what the citizen hears: the code and the official label."""
    told = status(dossier, token, services.knowledge, services.style())
    return find(told.response).text.partition("\n")[0].format_map(told.variables).rstrip(".")
