"""What is said about a dossier on the way to its status."""

from __future__ import annotations

from typing import Any

from actions.dossier import Clock, Dossier
from actions.figures import day
from actions.reply import Reply
from actions.services import Knowledge
from actions.style import Style
from office.dossier_code import DossierCode

STATUSES = range(1, 11)


REFUSED = "utter_lookup_refused"
UNAVAILABLE = "utter_intake_unavailable"


def ask_code() -> Reply:
    """Ask for the code on the slip."""
    return Reply("utter_ask_dossier_code", slots={"awaiting": "dossier_code"})


def unreadable(style: Style) -> Reply:
    """Ask for the code once more; agencies have shapes of their own, so it is never called wrong."""
    slots = {"dossier_code": None, "proof_token": None, "waiting_dossiers": None, "awaiting": "dossier_code"}
    return Reply("utter_dossier_code_unreadable", {"portal_url": style.portal_url}, slots=slots)


def slip_lost(style: Style) -> Reply:
    """Tell what can be done without the slip; what was asked for before stays open."""
    return Reply("utter_slip_lost", {"portal_url": style.portal_url})


def proof_forgotten(code: str, style: Style) -> Reply:
    """Tell which proof is enough, and where to go with none of them; the proof stays awaited."""
    return Reply("utter_proof_forgotten", {"code": code, "portal_url": style.portal_url})


def ask_proof(code: DossierCode, others: tuple[DossierCode, ...] = ()) -> Reply:
    """Ask for what only the holder of the slip knows; whether the dossier exists is not told."""
    slots = {
        "dossier_code": str(code),
        "proof_token": None,
        "proved_dossiers": None,
        "waiting_dossiers": _codes(others),
        "awaiting": "proof",
    }
    if not others:
        return Reply("utter_ask_proof", {"code": str(code)}, custom(code), slots=slots)
    variables = {"code": str(code), "count": str(1 + len(others)), "others": _listed(others)}
    return Reply("utter_ask_proof_of_first", variables, custom(code), slots=slots)


def ask_proof_of_next(left: tuple[DossierCode, ...]) -> Reply:
    """Go on to the dossier that waits, while the one just shown can still be asked about."""
    slots = {"waiting_dossiers": _codes(left), "awaiting": "proof_of_next"}
    return Reply("utter_ask_proof_of_next", {"code": str(left[0])}, custom(left[0]), slots=slots)


def still_waiting(left: tuple[DossierCode, ...]) -> Reply:
    """Say which dossiers wait, while the one before is not opened yet."""
    slots = {"waiting_dossiers": _codes(left)}
    return Reply("utter_dossiers_waiting", {"others": _listed(left)}, custom(left[0]), slots=slots)


def refused(code: DossierCode, style: Style) -> Reply:
    """Say the same for a wrong code, a wrong proof and a locked one; the proof can be tried again."""
    slots = {"dossier_code": str(code), "proof_token": None, "proved_dossiers": None, "awaiting": "proof"}
    return Reply(REFUSED, {"portal_url": style.portal_url}, slots=slots)


def unavailable(code: DossierCode, style: Style) -> Reply:
    """Admit that intake is silent; code and proof are kept."""
    contact = {"hotline": style.hotline, "portal_url": style.portal_url}
    return Reply(UNAVAILABLE, contact, slots={"dossier_code": str(code)})


def shown(code: DossierCode, token: str) -> dict[str, Any]:
    """Return the slots after a dossier was shown: its proof stays good, nothing is awaited."""
    return {
        "dossier_code": str(code),
        "proof_token": token,
        "proved_dossiers": None,
        "waiting_dossiers": None,
        "awaiting": None,
    }


def status(dossier: Dossier, token: str, knowledge: Knowledge, style: Style) -> Reply:
    """Tell where the dossier stands; an unknown status is called so, never guessed."""
    known = dossier.status in STATUSES
    response = f"utter_dossier_status_{dossier.status}" if known else "utter_dossier_status_unknown"
    variables = {
        "code": str(dossier.code),
        "details": "\n".join(_details(dossier, knowledge, style)),
        "advice": advice(dossier, style),
        "hotline": style.hotline,
    }
    return Reply(response, variables, custom(dossier.code), slots=shown(dossier.code, token))


def advice(dossier: Dossier, style: Style) -> str:
    """Return what the citizen does while the office works; nobody is told to wait for a day that is past."""
    if dossier.is_late:
        return style.say("dossiers.late_advice", hotline=style.hotline, portal_url=style.portal_url)
    return style.say("dossiers.keep_slip")


def late_or_more(dossier: Dossier, style: Style) -> str:
    """Return what to do about a late dossier, else where to ask on."""
    if dossier.is_late:
        return style.say("dossiers.to_do", advice=advice(dossier, style))
    if dossier.where:
        return style.say("dossiers.ask_more_at", place=dossier.where, hotline=style.hotline)
    return style.say("dossiers.ask_more", hotline=style.hotline)


def _codes(codes: tuple[DossierCode, ...]) -> list[str] | None:
    return list(map(str, codes)) or None


def _listed(codes: tuple[DossierCode, ...]) -> str:
    return ", ".join(map(str, codes))


def custom(code: DossierCode) -> dict[str, list[str]]:
    """Return the data beside a reply about a dossier."""
    return {"dossier_codes": [str(code)]}


def _details(dossier: Dossier, knowledge: Knowledge, style: Style) -> list[str]:
    say = style.say
    procedure = knowledge.procedure(dossier.procedure)
    title = procedure.short_name if procedure else dossier.procedure
    lines = [
        say("dossiers.for_procedure", procedure=title) if title else "",
        _arrival(dossier, style),
        say("dossiers.due", date=day(dossier.due_on)) if dossier.due_on else "",
        say("dossiers.finished", date=day(dossier.finished_on)) if dossier.finished_on else "",
        *clock(dossier, style),
        say("dossiers.supplement", text=style.excerpt(dossier.supplement)) if dossier.supplement else "",
        say("dossiers.supplement_due", date=day(dossier.supplement_due_on))
        if dossier.supplement_due_on
        else "",
        say("dossiers.where", place=dossier.where) if dossier.where else "",
    ]
    return [line for line in lines if line]


def _arrival(dossier: Dossier, style: Style) -> str:
    """Call the day that of filing as long as, or because, the dossier was not accepted."""
    if dossier.received_on is None:
        return ""
    name = "dossiers.received" if dossier.is_accepted else "dossiers.filed"
    return style.say(name, date=day(dossier.received_on))


def clock(dossier: Dossier, style: Style) -> list[str]:
    """Return how the time that the law allows stands."""
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
