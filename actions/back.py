"""Going back: "quay lại", to what was talked about before the last switch."""

from __future__ import annotations

from dataclasses import replace

from actions.conversation import Heard, says
from actions.decision import Answer, AskNext, AskProcedure, Back, Offer, Resumed
from actions.earlier import SLOT, Earlier, as_slot
from actions.fit import naming_words
from actions.reading import Reading
from actions.services import Knowledge
from actions.sibling_meant import titled
from actions.style import Style


def went_back(heard: Heard, knowledge: Knowledge, style: Style) -> Back | None:
    """Return where the message goes back to: an open question, or a procedure, whose sides it may ask for at once.

    Where nothing came before, the procedure in focus is the place to go on from; so it is for who asks what it was.
    """
    focus = knowledge.procedure(heard.procedure)
    if focus and says(heard.text, style.say.words("talk.asks_what_was")):
        return Back(AskNext(focus), {})
    stack = [entry for entry in heard.earlier if entry.choices or knowledge.procedure(entry.procedure)]
    if heard.goes_back:
        to = stack[-1] if stack else Earlier(heard.procedure)
    elif named := _named(heard, stack, knowledge, style):
        to = named
    else:
        return None
    left = stack[: stack.index(to)] if to in stack else []
    slots = {**to.slots(), SLOT: as_slot(left)}
    return Back(_there(heard, to, knowledge, style), slots)


def _named(heard: Heard, stack: list[Earlier], knowledge: Knowledge, style: Style) -> Earlier | None:
    """Return what is gone back to by words of its title: "quay lại cái căn cước"; the latest of several."""
    words = naming_words(heard.query, style.say) if heard.returns else ()
    held = ((entry, knowledge.procedure(entry.procedure)) for entry in reversed(stack) if not entry.choices)
    return next(
        (entry for entry, procedure in held if words and procedure and titled(procedure, words)), None
    )


def _there(
    heard: Heard, to: Earlier, knowledge: Knowledge, style: Style
) -> Answer | Offer | Resumed | AskProcedure:
    then = replace(
        heard, procedure=to.procedure, facets=to.facets, choices=to.choices, choice_kind=to.choice_kind
    )
    offered, focus = Reading(then, knowledge, style).offered, knowledge.procedure(to.procedure)
    if offered:
        return Offer(offered, to.facets, to.choice_kind or "procedure")
    if focus is None:
        return AskProcedure()
    sides = heard.sides.named
    return Answer(focus, sides, is_follow_up=True) if sides else Resumed(focus)
