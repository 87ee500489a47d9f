"""A checklist by its address: code, number of the case, who files."""

from __future__ import annotations

from actions.checklist import checklist
from actions.checklist_choices import has_papers_for_proxies
from actions.documents import cases
from actions.services import Services
from office.papers.checklist import Checklist


class NoChecklist(LookupError):
    """No such procedure in force, or it has no such case."""


def printable(services: Services, code: str, case: int, by_proxy: bool | None) -> Checklist:
    """Return the checklist of a case (from 1; 0 for all); raises NoChecklist.

    Who files is left open where the record asks nothing of proxies.
    """
    procedure, style = services.knowledge.procedure(code), services.style()
    if procedure is None or procedure.withdrawn_on:
        raise NoChecklist(code)
    if case and case - 1 not in cases(procedure, style):
        raise NoChecklist(f"{code}, case {case}")
    filer = by_proxy if has_papers_for_proxies(procedure, style) else None
    return checklist(procedure, style, case=case - 1 if case else None, by_proxy=filer)
