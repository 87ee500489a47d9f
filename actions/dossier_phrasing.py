"""What is said about a dossier on the way to its status."""

from __future__ import annotations

from actions.dossier import Clock, Dossier
from actions.figures import day
from actions.reply import Reply
from actions.services import Knowledge
from actions.style import Style
from office.dossier_code import DossierCode

STATUSES = range(1, 11)


def ask_code() -> Reply:
    """Ask for the code on the slip."""
    return Reply("utter_ask_dossier_code", slots={"awaiting": "dossier_code"})


def unreadable(style: Style) -> Reply:
    """Ask for the code once more; agencies have shapes of their own, so it is never called wrong."""
    slots = {"dossier_code": None, "proof_token": None, "awaiting": "dossier_code"}
    return Reply("utter_dossier_code_unreadable", {"portal_url": style.portal_url}, slots=slots)


def ask_proof(code: DossierCode, count: int) -> Reply:
    """Ask for what only the holder of the slip knows; whether the dossier exists is not told."""
    slots = {"dossier_code": str(code), "proof_token": None, "awaiting": "proof"}
    if count > 1:
        variables = {"code": str(code), "count": str(count)}
        return Reply("utter_ask_proof_of_first", variables, _custom(code), slots=slots)
    return Reply("utter_ask_proof", {"code": str(code)}, _custom(code), slots=slots)


def refused(code: DossierCode, style: Style) -> Reply:
    """Say the same for a wrong code, a wrong proof and a locked one; the proof can be tried again."""
    slots = {"dossier_code": str(code), "proof_token": None, "awaiting": "proof"}
    return Reply("utter_lookup_refused", {"portal_url": style.portal_url}, slots=slots)


def unavailable(code: DossierCode, style: Style) -> Reply:
    """Admit that intake is silent; code and proof are kept."""
    contact = {"hotline": style.hotline, "portal_url": style.portal_url}
    return Reply("utter_intake_unavailable", contact, slots={"dossier_code": str(code)})


def status(dossier: Dossier, knowledge: Knowledge, style: Style) -> Reply:
    """Tell where the dossier stands; an unknown status is called so, never guessed."""
    known = dossier.status in STATUSES
    response = f"utter_dossier_status_{dossier.status}" if known else "utter_dossier_status_unknown"
    variables = {
        "code": str(dossier.code),
        "details": "\n".join(_details(dossier, knowledge, style)),
        "hotline": style.hotline,
    }
    slots = {"dossier_code": str(dossier.code), "awaiting": None}
    return Reply(response, variables, _custom(dossier.code), slots=slots)


def _custom(code: DossierCode) -> dict[str, list[str]]:
    return {"dossier_codes": [str(code)]}


def _details(dossier: Dossier, knowledge: Knowledge, style: Style) -> list[str]:
    say = style.say
    procedure = knowledge.procedure(dossier.procedure)
    title = procedure.short_name if procedure else dossier.procedure
    lines = [
        say("dossiers.for_procedure", procedure=title) if title else "",
        say("dossiers.received", date=day(dossier.received_on)) if dossier.received_on else "",
        say("dossiers.due", date=day(dossier.due_on)) if dossier.due_on else "",
        say("dossiers.finished", date=day(dossier.finished_on)) if dossier.finished_on else "",
        *_clock(dossier, style),
        say("dossiers.supplement", text=style.excerpt(dossier.supplement)) if dossier.supplement else "",
        say("dossiers.supplement_due", date=day(dossier.supplement_due_on))
        if dossier.supplement_due_on
        else "",
        say("dossiers.where", place=dossier.where) if dossier.where else "",
    ]
    return [line for line in lines if line]


def _clock(dossier: Dossier, style: Style) -> list[str]:
    left = dossier.working_days_left
    match dossier.clock:
        case Clock.NOT_STARTED:
            return [style.say("dossiers.clock_not_started")]
        case Clock.PAUSED:
            return [_paused(left, style)]
        case Clock.ENDED:
            return [_punctuality(dossier, style)]
        case Clock.RUNNING:
            return [] if left is None else [_days(left, style), _provisional(dossier, style)]


def _paused(left: int | None, style: Style) -> str:
    if left is None or left < 0:
        return style.say("dossiers.clock_paused")
    return style.say("dossiers.clock_paused_with_days", days=left)


def _punctuality(dossier: Dossier, style: Style) -> str:
    if dossier.is_on_time is None:
        return ""
    return style.say("dossiers.on_time") if dossier.is_on_time else style.say("dossiers.after_due")


def _days(left: int, style: Style) -> str:
    if left < 0:
        return style.say("dossiers.days_late", days=-left)
    return style.say("dossiers.days_left", days=left) if left else style.say("dossiers.due_today")


def _provisional(dossier: Dossier, style: Style) -> str:
    return style.say("dossiers.provisional") if dossier.is_due_provisional else ""
