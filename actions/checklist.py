"""The papers of one case for one kind of filer, with where, how long and how much: a sheet to tick off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actions.checklist_choices import case_narrowings, filer_narrowings, has_papers_for_proxies
from actions.documents import case_name, cases, in_order, is_for_a_proxy, of_case
from actions.excerpt import cleaned, excerpt, says_something
from actions.fees import fees
from actions.heading import full_name, remarks
from actions.our_notes import notes_on
from actions.papers import counts, for_everyone, is_conditional, is_for_proxies, papers_of, without_lettering
from actions.places import places
from actions.sources import source
from actions.style import Style
from actions.times import times
from knowledge_base.imported.short_name import readable_name
from knowledge_base.procedure import DocumentCase, Procedure, RequiredDocument
from knowledge_base.vietnamese.folding import fold
from office.papers.checklist import Checklist, Fact, Paper, PaperGroup, Remark

_GROUP_CHARACTERS = 60
"""Of the name of a group beside the number of a row; the heading over the papers has it in full."""
_FACTS = {"place": places, "time": times, "fee": fees}


def checklist(
    procedure: Procedure, style: Style, *, case: int | None = None, by_proxy: bool | None = None
) -> Checklist:
    """Return the sheet of a case (its index), or of all cases one after another where none is given.

    ``by_proxy`` leaves out what only proxies bring where it is False; cases are never merged.
    """
    shown = list(_shown(procedure, case, by_proxy, style))
    return Checklist(
        code=procedure.code,
        title=full_name(procedure),
        official_name=readable_name(procedure.name),
        case=0 if case is None else case + 1,
        by_proxy=by_proxy,
        made_for=tuple(_made_for(procedure, case, by_proxy, style)),
        remarks=remarks(procedure, style),
        groups=tuple(group for shown_case in shown for group in _groups(shown_case, procedure, style)),
        notes=tuple(_notes(shown, procedure, style)),
        facts=tuple(_fact(side, procedure, style) for side in _FACTS),
        source=tuple(source(procedure, style).splitlines()),
        url=procedure.portal_url,
        dated=procedure.updated_on or procedure.crawled_on,
        cases=case_narrowings(procedure, case, by_proxy, style),
        filers=filer_narrowings(procedure, case, by_proxy, style),
    )


def _shown(
    procedure: Procedure, case: int | None, by_proxy: bool | None, style: Style
) -> Iterator[DocumentCase]:
    chosen = in_order(procedure, style) if case is None else of_case(procedure, case, style)
    for shown in chosen:
        if by_proxy is not False:
            yield shown
        elif not is_for_a_proxy(shown, style):
            papers = tuple(paper for paper in shown.documents if not is_for_proxies(paper, style))
            yield DocumentCase(shown.name, papers)


def _made_for(procedure: Procedure, case: int | None, by_proxy: bool | None, style: Style) -> Iterator[str]:
    if case is not None:
        yield style.say("checklist.for_case", case=case_name(procedure, case, style).rstrip(" ."))
    elif len(cases(procedure, style)) > 1:
        yield style.say("checklist.for_all_cases")
    if by_proxy is None and has_papers_for_proxies(procedure, style):
        yield style.say("checklist.for_any_filer")
    elif by_proxy is not None:
        yield style.say("checklist.for_proxy" if by_proxy else "checklist.for_self")


def _groups(case: DocumentCase, procedure: Procedure, style: Style) -> Iterator[PaperGroup]:
    """Return what everybody of the case brings and what only some do; a case without papers has no group."""
    papers = papers_of(case)
    own = for_everyone(papers, style)
    others = [paper for paper in papers if is_conditional(paper, style)]
    title = without_lettering(case.name).rstrip(" :;.")
    if own:
        yield PaperGroup(title, _rows(own, case, procedure, style))
    if own and others:
        title = style.say("documents.conditional").rstrip(":")
    if others:
        yield PaperGroup(title, _rows(others, case, procedure, style))


def _rows(
    papers: Sequence[RequiredDocument], case: DocumentCase, procedure: Procedure, style: Style
) -> tuple[Paper, ...]:
    return tuple(
        Paper(
            name=cleaned(paper.name).rstrip(" .;:"),
            originals=paper.originals,
            copies=paper.copies,
            counts=counts(paper, style),
            forms=paper.forms,
            source=_source(paper, case, procedure, style),
        )
        for paper in papers
    )


def _notes(shown: Sequence[DocumentCase], procedure: Procedure, style: Style) -> Iterator[Remark]:
    """Return our notes on the papers, then the record's own."""
    for text in notes_on(procedure, "documents", style):
        yield Remark(text, style.say("checklist.notes_source"))
    for case in shown:
        for paper in case.documents:
            if paper.note and says_something(paper.name):
                yield Remark(cleaned(paper.name), _source(paper, case, procedure, style))


def _source(paper: RequiredDocument, case: DocumentCase, procedure: Procedure, style: Style) -> str:
    """Return the row of the record's own list of that name; of equal rows the first."""
    name = fold(without_lettering(case.name))
    own = (item for item in procedure.documents if fold(without_lettering(item.name)) == name)
    row = next(item.documents.index(paper) + 1 for item in own if paper in item.documents)
    title = excerpt(without_lettering(case.name), _GROUP_CHARACTERS)[0].rstrip(" :;.,")
    if not title:
        return style.say("checklist.paper_source", row=row)
    return style.say("checklist.paper_source_in_group", group=title, row=row)


def _fact(side: str, procedure: Procedure, style: Style) -> Fact:
    lines = [*_FACTS[side](procedure, style).splitlines(), *notes_on(procedure, side, style)]
    return Fact(
        style.say.table("facets.titles")[side],
        tuple(line for line in lines if line.strip()),
        style.say.table("checklist.fact_sources")[side],
    )
