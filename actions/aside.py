"""Messages that are not about a procedure, and how sure of that the engine must be."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from actions.decision import Aside, Dossier
from actions.style import Style
from knowledge_base.search.result import Verdict
from knowledge_base.vietnamese.folding import syllables

FORGETS = "utter_restarted"

RESPONSES: Mapping[str, str] = {
    "greet": "utter_greeting",
    "thank": "utter_thanks",
    "goodbye": "utter_goodbye",
    "ask_bot_identity": "utter_identity",
    "ask_help": "utter_help",
    "ask_office": "utter_office_unknown",
    "restart_conversation": FORGETS,
    "request_human": "utter_handover_requested",
    "complain": "utter_complaint_noted",
    "drop_human": "utter_handover_not_waiting",
    "emergency": "utter_emergency",
    "emergency_violence": "utter_emergency_violence",
    "emergency_despair": "utter_emergency_despair",
    "report_crime": "utter_report_crime",
    "out_of_scope_weather": "utter_declined_weather",
    "out_of_scope_politics": "utter_declined_politics",
    "out_of_scope_medical": "utter_declined_medical",
    "out_of_scope_legal_dispute": "utter_declined_legal_dispute",
    "out_of_scope_other_person": "utter_declined_other_person",
    "out_of_scope_bribery": "utter_declined_bribery",
    "out_of_scope_forgery": "utter_declined_forgery",
    "out_of_scope_abuse": "utter_declined_abuse",
    "out_of_scope_other": "utter_out_of_scope",
}
DOSSIER = "check_dossier_status"

SMALL_TALK = frozenset({"greet", "thank", "goodbye", "ask_bot_identity", "ask_help", "ask_office"})
FORGERY = "out_of_scope_forgery"  # what is typed with marks is read by its word: "giả" is not "giá"
DANGERS = frozenset({"emergency", "emergency_violence", "emergency_despair"})
SURE_OF_DANGER, SURE, SURE_OF_SEVERAL, SURE_OF_NAMED, NEVER = 0.35, 0.5, 0.7, 0.96, 2.0
SURE_OF_NAMED_DANGER = 0.9
"""The confidence from which such an intent outweighs what the search says.

Of 1,045 names and questions of procedures 33 were taken for something else; with these limits none stays so,
while 208 of 233 held-out messages that are about something else are still answered as such. Danger weighs more than
a name: of 11,634 names 11 are taken for it, and who meant the procedure asks again.
Small talk is often only the opening of a question, so it never outweighs a procedure that is named.
"""


def aside(intent: str, confidence: float, verdict: Verdict, *, is_named: bool) -> Aside | Dossier | None:
    """Return what a message is beside procedures, or None where it is not sure enough to be that.

    ``is_named``: the procedure found is called so, which weighs most.
    """
    if confidence < least_sure(intent, verdict, is_named=is_named):
        return None
    if intent == DOSSIER:
        return Dossier()
    return Aside(RESPONSES[intent]) if intent in RESPONSES else None


def least_sure(intent: str, verdict: Verdict, *, is_named: bool) -> float:
    """Return the confidence from which an intent outweighs what the search says."""
    if intent in SMALL_TALK:
        return NEVER if is_named else SURE
    if intent == FORGERY and verdict != "none":
        return SURE_OF_NAMED
    if verdict == "none":
        return SURE_OF_DANGER if intent in DANGERS else SURE
    if not is_named or verdict != "clear":
        return SURE_OF_SEVERAL
    return SURE_OF_NAMED_DANGER if intent in DANGERS else SURE_OF_NAMED


def is_forgery(text: str, style: Style) -> bool:
    """Tell whether something false is spoken of: "sổ đỏ giả", but not "giả sử" or "tác giả"."""
    word, apart = style.say("talk.not_genuine"), style.say.words("talk.not_genuine_apart")
    typed = ["", *syllables(text.lower()), ""]
    pairs = {" ".join(pair) for pair in pairwise(typed) if word in pair}
    return bool(pairs) and not pairs & set(apart)
