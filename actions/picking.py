"""Reading a message as an answer to what was offered: one of it, fewer of it, or a side asked for in between."""

from __future__ import annotations

from actions.choices import Choice, fitting, is_no, split_case
from actions.conversation import Heard
from actions.decision import Offer
from actions.reading import Reading
from actions.services import Knowledge
from actions.style import Style


def picked(heard: Heard, reading: Reading, knowledge: Knowledge, style: Style) -> Choice | Offer | None:
    """Return what is picked, what is still to be chosen from, or None where nothing offered is meant.

    What was turned down is not picked by a word that it happens to hold.
    """
    offered, facets = reading.offered, reading.picked
    if not offered or (heard.is_denial and len(offered) == 1) or _leaves(heard, reading, style):
        return None
    fits = fitting(_answer_words(heard), offered, style) or _repeated(reading, knowledge)
    if len(fits) == 1:
        return fits[0]
    kind = heard.choice_kind or "procedure"
    if fits:
        return Offer(fits, facets, kind)
    if _is_meant_as_choice(heard):
        return Offer(offered, heard.facets, kind, again=True)
    asks_side_only = kind == "procedure" and heard.sides.named and not heard.query.content
    return Offer(offered, facets, kind) if asks_side_only else None


def _leaves(heard: Heard, reading: Reading, style: Style) -> bool:
    """Tell whether a procedure is named that was not on offer, or a list's open question is met with a no."""
    if heard.choice_kind == "checklist" and is_no(heard.text, style):
        return True
    if heard.choice_kind == "checklist" and fitting(_answer_words(heard), reading.offered, style):
        return False
    codes = {split_case(choice.code)[0] for choice in reading.offered}
    is_clear = reading.found.verdict == "clear" and reading.names_another
    return is_clear and reading.found.candidates[0].code not in codes


def _repeated(reading: Reading, knowledge: Knowledge) -> tuple[Choice, ...]:
    """Take the only procedure on offer where its name is said again."""
    offered = reading.offered
    only = knowledge.procedure(offered[0].code) if len(offered) == 1 else None
    return offered if only and reading.names(only) else ()


def _answer_words(heard: Heard) -> str:
    """Return the text without what it asks about the choice: "số 2 phí bao nhiêu" answers with "số 2"."""
    return " ".join(heard.query.content) if heard.sides.named else heard.text


def _is_meant_as_choice(heard: Heard) -> bool:
    by_intent = heard.intent in ("choose_option", "affirm") and not heard.sides.named
    return by_intent or heard.text.isdecimal()
