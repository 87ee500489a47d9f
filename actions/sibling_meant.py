"""Which procedure beside the one in focus a fragment means: "còn hộ kinh doanh thì sao", "thế mất thẻ thì sao"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from actions.choices import by_words, procedure_choice
from actions.conversation import Heard
from actions.services import Knowledge
from actions.style import Style
from actions.wording import is_said
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import syllables

_FEWEST = 2


def for_applicant(
    content: Sequence[str], focus: Procedure, knowledge: Knowledge, style: Style
) -> Procedure | None:
    """Return the sibling for such applicants, or the focus if it speaks of them; None where neither does."""
    alternatives = [focus, *knowledge.siblings(focus)]
    choices = [procedure_choice(procedure, style) for procedure in alternatives]
    fits = by_words(syllables(" ".join(content)), choices, style)
    if len(fits) == 1:
        return alternatives[choices.index(fits[0])]
    return focus if choices[0].holds(content, style) else None


def sibling_called(
    words: Sequence[str], focus: Procedure, likeliest: str | None, knowledge: Knowledge
) -> Procedure | None:
    """Return the only one whose title holds these words, as that of the focus does not.

    What is easily taken for the focus comes first, then the rest of its field, then the ``likeliest`` code of the
    search if it is one that is easily taken for it.
    """
    if len(words) < _FEWEST or titled(focus, words):
        return None
    called = _only(knowledge.siblings(focus), words) or _only(_of_field(focus, knowledge), words)
    return called or (knowledge.procedure(likeliest) if likeliest in focus.siblings else None)


def _of_field(focus: Procedure, knowledge: Knowledge) -> Iterable[Procedure]:
    held = knowledge.snapshot.procedures.values()
    return (procedure for procedure in held if procedure.is_curated and procedure.field == focus.field)


def _only(procedures: Iterable[Procedure], words: Sequence[str]) -> Procedure | None:
    fits = [procedure for procedure in procedures if titled(procedure, words)]
    return fits[0] if len(fits) == 1 else None


def titled(procedure: Procedure, words: Sequence[str]) -> bool:
    """Tell whether the short name of a procedure holds these words."""
    title = syllables(procedure.short_name.lower())
    return all(is_said(word, title) for word in words)


def talked_about(codes: Sequence[str], heard: Heard, focus: Procedure | None, goes_on: bool) -> str | None:
    """Return the only one of the codes that was talked about, or is easily taken for what is gone on about."""
    earlier = {heard.procedure, *(entry.procedure for entry in heard.earlier)}
    beside = focus.siblings if focus and goes_on else ()
    known = [code for code in codes if code in earlier or code in beside]
    return known[0] if len(known) == 1 else None
