"""What makes a list of papers another one: which case of the record, and whether somebody files for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.choices import Choice, case_choices, fitting, is_no, is_number, is_yes, split_case
from actions.documents import is_for_a_proxy
from actions.papers import is_for_proxies, papers_of
from actions.pick import Pick
from actions.style import Style
from knowledge_base.procedure import Procedure
from office.papers.checklist import Narrowing


def has_papers_for_proxies(procedure: Procedure, style: Style) -> bool:
    """Tell whether the record asks something of those who file for somebody else."""
    return any(
        is_for_a_proxy(case, style) or any(is_for_proxies(paper, style) for paper in papers_of(case))
        for case in procedure.documents
        if papers_of(case)
    )


def case_narrowings(
    procedure: Procedure, case: int | None, by_proxy: bool | None, style: Style
) -> tuple[Narrowing, ...]:
    """Return the cases and, last, all of them; nothing where there is only one."""
    choices = case_choices(procedure, style)
    if len(choices) < 2:
        return ()
    numbers = [(split_case(choice.code)[1] or 0) + 1 for choice in choices]
    chosen = 0 if case is None else case + 1
    titles = [*(choice.title for choice in choices), style.say("checklist.whole")]
    return tuple(
        Narrowing(title, number, by_proxy, number == chosen)
        for title, number in zip(titles, [*numbers, 0], strict=True)
    )


def filer_narrowings(
    procedure: Procedure, case: int | None, by_proxy: bool | None, style: Style
) -> tuple[Narrowing, ...]:
    """Return who may file; nothing where the list is the same for both."""
    if not has_papers_for_proxies(procedure, style):
        return ()
    number = 0 if case is None else case + 1
    titles = ((style.say("checklist.self"), False), (style.say("checklist.proxy"), True))
    return tuple(Narrowing(title, number, filer, by_proxy is filer) for title, filer in titles)


def open_question(procedure: Procedure, pick: Pick, style: Style) -> tuple[Choice, ...]:
    """Return the answers to what is still to be asked: the case, then who files; nothing where all is known."""
    cases = case_choices(procedure, style)
    if pick.case is None and len(cases) > 1:
        title, words = style.say("checklist.whole"), style.say.words("checklist.whole_words")
        every = (*cases, Choice(str(Pick(procedure.code, 0)), title, aliases=words))
        return tuple(
            replace(choice, code=str(replace(Pick.of(choice.code), by_proxy=pick.by_proxy)))
            for choice in every
        )
    return filers(procedure, pick, style) if pick.by_proxy is None else ()


def filers(procedure: Procedure, pick: Pick, style: Style) -> tuple[Choice, ...]:
    """Return who may file as choices; nothing where the list is the same for both."""
    if not has_papers_for_proxies(procedure, style):
        return ()
    told = (
        ("checklist.self", "checklist.self_words", False),
        ("checklist.proxy", "checklist.proxy_words", True),
    )
    return tuple(
        Choice(str(replace(pick, by_proxy=by_proxy)), style.say(title), aliases=style.say.words(words))
        for title, words, by_proxy in told
    )


def filer_said(text: str, procedure: Procedure, style: Style) -> Pick | None:
    """Return the list for the one who files, where a text says who, its case not yet asked; else None."""
    if is_yes(text, style) or is_no(text, style) or is_number(text, style):
        return None
    fits = fitting(text, filers(procedure, Pick(procedure.code), style), style)
    return Pick.of(fits[0].code) if len(fits) == 1 else None


def asked_before(procedure: Procedure, codes: Sequence[str], style: Style) -> tuple[Choice, ...]:
    """Return the choices of these codes, as they were offered."""
    picks = [Pick.of(code) for code in codes]
    asks_filer = len({pick.by_proxy for pick in picks}) > 1
    filer = None if asks_filer else picks[0].by_proxy
    known = Pick(procedure.code, picks[0].case if asks_filer else None, filer)
    return tuple(choice for choice in open_question(procedure, known, style) if choice.code in codes)
