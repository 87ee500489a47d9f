"""When a message leaves procedures for something else: by its words, its intent, or its language."""

from __future__ import annotations

from actions.aside import (
    DANGER,
    DANGERS,
    NEVER,
    RESPONSES,
    SMALL_TALK,
    SURE,
    SURE_OF_SEVERAL,
    aside,
    beside_in_all,
)
from actions.conversation import Heard
from actions.cues import has_cue, is_bribe, is_forgery
from actions.decision import Aside, Dossier
from actions.dossier_answer import sides_of
from actions.injection import is_payload
from actions.language import strange
from actions.reading import Reading
from actions.style import Style
from knowledge_base.search.result import Verdict

WISHES = {"request_human": 0.0, "emergency": 0.0, "out_of_scope_injection": 0.7}
"""Intents that are heard in English too, and from which confidence."""
INJECTION = "out_of_scope_injection"
"""Markup and pieces of programs beside a procedure that is called by its name are text."""
REMARKS = ("out_of_scope_other", "out_of_scope_other_person", "out_of_scope_medical", "ask_help")
"""Intents that a remark without a word of its own is easily taken for: "tôi ở Nghệ An"."""
FIRMS, CUED_FROM = ("out_of_scope_company", "out_of_scope_app"), 0.05
"""Matters of firms, and the chance from which a word like "viettel" makes it one where no procedure is found."""
_STRANGE = {"language": "utter_declined_language", "unreadable": "utter_message_unreadable"}


def beside(reading: Reading, style: Style) -> Aside | Dossier | None:
    """Return what the engine is surer of than the search is of a procedure; None where a procedure may be meant."""
    heard, verdict = reading.heard, reading.found.verdict
    certain = _certain(heard.text, style)
    if certain:
        return certain
    is_known = reading.focus is not None or heard.is_about_dossier
    if _is_remark(reading, style):
        return None
    is_named = verdict != "none" and reading.names_another
    is_cued = has_cue(heard.intent, heard.text, style)
    found = aside(heard.intent, heard.confidence, verdict, is_named=is_named, is_cued=is_cued)
    if found is None and not is_named and not is_known and not reading.offered:
        found = _unsure(heard, verdict, style)
    if isinstance(found, Dossier) or (found and heard.confidence >= WISHES.get(heard.intent, NEVER)):
        return found
    if is_named and heard.intent == INJECTION:
        return None
    is_sure = is_named and verdict == "clear"
    return (None if is_sure else _strange(heard.text, style)) or found


def _is_remark(reading: Reading, style: Style) -> bool:
    """Tell whether an intent is read into what only goes on about the procedure or the dossier."""
    heard = reading.heard
    if heard.is_about_dossier and not reading.names_another and sides_of(heard.text, style):
        return heard.intent not in DANGERS
    if reading.focus and reading.likeliest and reading.goes_on_elsewhere:
        return heard.intent in SMALL_TALK
    is_known = reading.focus is not None or heard.is_about_dossier
    return is_known and not reading.naming and heard.intent in REMARKS


def _unsure(heard: Heard, verdict: Verdict, style: Style) -> Aside | None:
    """Take a danger or a firm that is named in words, or what several unsure intents say together."""
    if verdict != "clear" and has_cue(DANGER, heard.text, style):
        return Aside(RESPONSES[DANGER])
    if verdict != "none":
        return beside_in_all(heard.ranking, SURE_OF_SEVERAL)
    cued = (name for name in FIRMS if has_cue(name, heard.text, style))
    likely = next((name for name in cued if heard.ranking.get(name, 0) >= CUED_FROM), None)
    return Aside(RESPONSES[likely]) if likely else beside_in_all(heard.ranking, SURE)


def _certain(text: str, style: Style) -> Aside | None:
    """Know by words alone what no office does, whatever is named beside."""
    if is_forgery(text, style):
        return Aside("utter_declined_forgery")
    return Aside("utter_declined_bribery") if is_bribe(text, style) else None


def _strange(text: str, style: Style) -> Aside | None:
    """Decline what is no question in Vietnamese."""
    if is_payload(text, style):
        return Aside("utter_declined_injection")
    read = strange(text, style)
    return Aside(_STRANGE[read]) if read else None
