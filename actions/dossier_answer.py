"""What is asked about a dossier once it has been shown: when, what is missing, where, how to pay, why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions.dossier import Clock, Dossier, Status
from actions.dossier_phrasing import clock, custom, late_or_more, shown
from actions.figures import day
from actions.reply import Reply
from actions.style import Style
from knowledge_base.vietnamese.folding import fold


def sides_of(text: str, style: Style) -> tuple[str, ...]:
    """Return the sides that a message asks about, in the order in which they are told.

    Where to pay is one question, and so is how long it takes after the missing papers are filed.
    """
    said = f" {fold(text)} "
    if any(f" {word} " in said for word in style.say.words("dossiers.status_words")):
        return ()
    asks = style.say.table("dossiers.asks").items()
    asked = [side for side, words in asks if any(f" {word}" in said for word in words.split(", "))]
    if "pay" in asked:
        return ("pay",)
    return ("after_supplement",) if {"supplement", "due"} <= set(asked) else tuple(asked)


def answer_about(dossier: Dossier, token: str, sides: tuple[str, ...], style: Style) -> Reply:
    """Answer as far as intake says it, else say that it does not, and whom to ask."""
    told = [SIDES[side](dossier, style) for side in sides]
    lines = [*dict.fromkeys(told), late_or_more(dossier, style)]
    variables = {"code": str(dossier.code), "answer": "\n".join(lines)}
    return Reply("utter_dossier_answer", variables, custom(dossier.code), slots=shown(dossier.code, token))


def _due(dossier: Dossier, style: Style) -> str:
    if dossier.status == Status.NEW:
        return style.say("dossiers.not_accepted_yet")
    if dossier.status == Status.DONE:
        return style.say("dossiers.result_ready")
    if dossier.status == Status.HANDED_OVER:
        return style.say("dossiers.result_given")
    if dossier.clock is Clock.ENDED:
        return style.say("dossiers.no_result")
    due = (
        style.say("dossiers.due", date=day(dossier.due_on))
        if dossier.due_on
        else style.say("dossiers.no_due")
    )
    return "\n".join(line for line in [due, *clock(dossier, style)] if line)


def _supplement(dossier: Dossier, style: Style) -> str:
    if dossier.status != Status.SUPPLEMENT_ASKED:
        return style.say("dossiers.nothing_to_add")
    if not dossier.supplement:
        return style.say("dossiers.supplement_untold")
    lines = [style.say("dossiers.supplement", text=style.excerpt(dossier.supplement))]
    if dossier.supplement_due_on:
        lines.append(style.say("dossiers.supplement_due", date=day(dossier.supplement_due_on)))
    return "\n".join(lines)


def _after_supplement(dossier: Dossier, style: Style) -> str:
    if dossier.status != Status.SUPPLEMENT_ASKED:
        return "\n".join([_supplement(dossier, style), _due(dossier, style)])
    left = dossier.working_days_left
    if left is None or left < 0:
        return style.say("dossiers.after_supplement")
    return style.say("dossiers.after_supplement_with_days", days=left)


def _where(dossier: Dossier, style: Style) -> str:
    return (
        style.say("dossiers.where", place=dossier.where)
        if dossier.where
        else style.say("dossiers.where_untold")
    )


def _pay(dossier: Dossier, style: Style) -> str:
    is_due = dossier.status == Status.PAYMENT_ASKED
    return style.say("dossiers.payment_untold" if is_due else "dossiers.nothing_to_pay")


def _why(dossier: Dossier, style: Style) -> str:
    papers = style.say.table("dossiers.reason_papers")
    paper = papers.get(str(dossier.status))
    return (
        style.say("dossiers.reason_in_paper", paper=paper) if paper else style.say("dossiers.reason_untold")
    )


SIDES: Mapping[str, Callable[[Dossier, Style], str]] = {
    "pay": _pay,
    "supplement": _supplement,
    "where": _where,
    "due": _due,
    "why": _why,
    "after_supplement": _after_supplement,
}
