"""What makes a list of papers another one: which case of the record, and whether somebody files for another."""

from __future__ import annotations

from actions.choices import case_choices, split_case
from actions.documents import is_for_a_proxy
from actions.papers import is_for_proxies, papers_of
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
