"""What a citizen wants done with the own data. The gateway has the data and does it; here the deed is only named."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.choices import is_no, is_yes
from actions.conversation import says
from actions.reply import Reply
from actions.style import Style
from actions.wording import is_said
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import syllables

ASKED, DELETE = "privacy_asked", "delete"
CONFIRMED = "confirm_delete"
DEEDS: Mapping[str, str] = {
    "privacy_show": "show",
    "privacy_download": "download",
    "privacy_delete": DELETE,
    "privacy_withdraw": "withdraw",
    "privacy_agree": "agree",
}
REVIEW, TRAINING = "review", "training"
_LONGEST_CONFIRMATION = 12


def reply_to_erasing(tracker: Tracker, style: Style) -> Reply | None:
    """Return the reply to whoever was asked whether to erase, or pressed that button; None for other messages."""
    intent = (tracker.latest_message.get("intent") or {}).get("name")
    if tracker.get_slot(ASKED) != DELETE:
        return _ask(style) if intent == CONFIRMED else None
    text = canonical(tracker.latest_message.get("text") or "").lower()
    if intent == CONFIRMED or _confirms(text, style):
        return Reply("utter_privacy_deed", custom={"privacy": {"deed": DELETE}}, slots={ASKED: None})
    if is_no(text, style) or _declines(text, style):
        return Reply("utter_privacy_not_deleted", slots={ASKED: None})
    return _ask(style, "utter_privacy_ask_delete_again") if is_yes(text, style) else None


def speaks_of_own_data(intent: str, text: str, style: Style) -> bool:
    """Tell whether what is to be erased is said here: of "xóa án tích" and "xóa nợ thuế" nothing is."""
    return intent != "privacy_delete" or says(text, style.say.words("privacy.erasable"))


def reply_about_data(intent: str, text: str, style: Style) -> Reply:
    """Return the reply that names the deed, or asks first."""
    if intent == "privacy_delete":
        return _ask(style)
    if not _is_clear(intent, text, style):
        return Reply("utter_privacy_ask_agree")
    wish: dict[str, Any] = {"deed": DEEDS[intent]}
    if intent in ("privacy_withdraw", "privacy_agree"):
        wish["purposes"] = _purposes(intent, text, style)
    return Reply("utter_privacy_deed", custom={"privacy": wish})


def _ask(style: Style, response: str = "utter_privacy_ask_delete") -> Reply:
    title = style.say.table("privacy.buttons")[DELETE]
    button = {"title": title, "payload": {"intent": CONFIRMED, "entities": {}}}
    return Reply(response, buttons=[button], slots={ASKED: DELETE})


def _confirms(text: str, style: Style) -> bool:
    """Tell whether it says to erase and nothing else: a bare yes, a question or another word commits nothing."""
    words, erase = syllables(text), style.say.words("privacy.erase")
    known = (*erase, *style.say.words("privacy.erase_beside"))
    is_plain = "?" not in text and len(words) <= _LONGEST_CONFIRMATION
    return is_plain and _has(words, erase) and all(is_said(word, known) for word in words)


def _declines(text: str, style: Style) -> bool:
    words = syllables(text)
    beside = (*style.say.words("privacy.erase"), *style.say.words("privacy.erase_beside"))
    negations = style.say.words("privacy.negations")
    return _has(words, negations) and all(is_said(word, (*negations, *beside)) for word in words)


def _is_clear(intent: str, text: str, style: Style) -> bool:
    """Tell whether the words say what the intent says: a yes names what is kept and refuses nothing, a no is no yes."""
    if intent == "privacy_agree":
        is_about_it = says(text, style.say.words("privacy.keeping"))
        return is_about_it and "?" not in text and not _refuses(text, style)
    if intent == "privacy_withdraw" and says(text, style.say.words("privacy.agreeing")):
        return _refuses(text, style)
    return True


def _refuses(text: str, style: Style) -> bool:
    words = syllables(text.lower())
    is_against = not set(words).isdisjoint(style.say.words("privacy.against"))
    return is_against or _has(words, style.say.words("privacy.refusals"))


def _purposes(intent: str, text: str, style: Style) -> list[str]:
    """Return the purposes that are named; else all that can be withdrawn, but only one that is agreed to."""
    spoken = {REVIEW: style.say.words("privacy.review"), TRAINING: style.say.words("privacy.training")}
    named = [purpose for purpose, wordings in spoken.items() if says(text, wordings)]
    if says(text, style.say.words("privacy.both")) or (intent == "privacy_withdraw" and not named):
        return [REVIEW, TRAINING]
    return named or [REVIEW]


def _has(words: Collection[str], known: Collection[str]) -> bool:
    return any(is_said(word, known) for word in words)
