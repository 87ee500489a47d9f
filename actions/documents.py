"""Papers to file (thành phần hồ sơ) by case: a first answer that can be read, and the whole list on demand."""

from __future__ import annotations

from collections.abc import Iterator

from actions.excerpt import cleaned, excerpt, says_something
from actions.paper_list import Block, Kind, Line, first_part, joined, length, whole_part
from actions.papers import for_everyone, is_conditional, line, papers_of, without_lettering
from actions.style import Style
from knowledge_base.procedure import DocumentCase, Procedure, RequiredDocument
from knowledge_base.vietnamese.folding import fold

_HEADING_CHARACTERS = 200
"""Of a case in a shortened list; the names of 99 cases of 100 in the catalogue are no longer."""


def documents(procedure: Procedure, style: Style, case: int | None = None) -> str:
    """Return the papers in one readable answer; what is left out is counted, with how to see it.

    Of one case (its index) everything is told: it has been narrowed down already.
    """
    if case is not None:
        return _told(_blocks(of_case(procedure, case, style), style), style)
    shown = in_order(procedure, style)
    whole = _blocks(shown, style)
    if length(whole) <= style.first_list_characters:
        return _told(whole, style)
    return first_part(_blocks(shown, style, shortened=True), style)


def all_documents(procedure: Procedure, style: Style) -> str:
    """Return every paper and every note of every case; of an endless list as much as a message may hold."""
    return _told(_blocks(in_order(procedure, style), style), style)


def _told(blocks: list[Block], style: Style) -> str:
    has_papers = any(line.kind in ("own", "conditional") for block in blocks for line in block)
    told = blocks if has_papers else [[Line(style.say("documents.none"))], *blocks]
    return joined(told) if length(told) <= style.whole_list_characters else whole_part(told, style)


def cases(procedure: Procedure, style: Style) -> tuple[int, ...]:
    """Return the indexes of the cases among which a citizen may have to choose, each name once.

    The case that is called like the procedure is the plain one and comes first.
    """
    by_name: dict[str, int] = {}
    for index, case in enumerate(procedure.documents):
        if is_choice(case, style):
            by_name.setdefault(fold(_choice_name(case, style)), index)
    plain = fold(procedure.name)
    return tuple(index for _, index in sorted(by_name.items(), key=lambda item: item[0] != plain))


def needs_case(procedure: Procedure, style: Style) -> bool:
    """Tell whether there are too many papers for one reply, and cases that make them fewer."""
    return paper_count(procedure) > style.papers_at_most and len(cases(procedure, style)) > 1


def paper_count(procedure: Procedure) -> int:
    """Count the papers of all cases, notes left out."""
    return sum(len(papers_of(case)) for case in procedure.documents)


def is_choice(case: DocumentCase, style: Style) -> bool:
    """Tell a real case from a heading that only sorts papers, and from papers that a proxy brings besides."""
    name = fold(_choice_name(case, style))
    is_heading = not name or name.startswith(style.say.words("documents.headings"))
    return bool(papers_of(case)) and not is_heading and not is_for_a_proxy(case, style)


def case_name(procedure: Procedure, case: int, style: Style) -> str:
    """Return what the record calls a case, without lettering and words that every case begins with."""
    return _choice_name(procedure.documents[case], style)


def _choice_name(case: DocumentCase, style: Style) -> str:
    name, was = without_lettering(case.name).rstrip(" :;.,"), ""
    while name != was:
        was = name
        name = _stripped(name, style)
    return name[:1].upper() + name[1:]


def _stripped(name: str, style: Style) -> str:
    for opening in style.say.words("documents.case_openings"):
        if fold(name).startswith(f"{opening} "):
            return " ".join(name.split()[len(opening.split()) :]).lstrip(" ,:")
    for ending in style.say.words("documents.case_endings"):
        if fold(name).endswith(f" {ending}"):
            return " ".join(name.split()[: -len(ending.split())]).rstrip(" ,:;")
    return name


def is_for_a_proxy(case: DocumentCase, style: Style) -> bool:
    """Tell whether these are papers that a proxy brings besides."""
    return fold(_choice_name(case, style)).startswith(style.say.words("documents.proxy_openings"))


def of_case(procedure: Procedure, case: int, style: Style) -> list[DocumentCase]:
    """Return the case, others of the same name, and the lists that hold for all."""
    wanted = fold(case_name(procedure, case, style))
    return [
        item
        for item in in_order(procedure, style)
        if not is_choice(item, style) or fold(_choice_name(item, style)) == wanted
    ]


def in_order(procedure: Procedure, style: Style) -> list[DocumentCase]:
    """Put lists that hold for all first, those for a proxy last, and join those of one name."""
    joined: dict[str, DocumentCase] = {}
    for case in procedure.documents:
        name = fold(without_lettering(case.name))
        known = joined.get(name)
        papers = tuple(dict.fromkeys((*known.documents, *case.documents))) if known else case.documents
        joined[name] = DocumentCase(known.name if known else case.name, papers)
    return sorted(
        joined.values(),
        key=lambda case: (bool(cleaned(case.name)), is_for_a_proxy(case, style), is_choice(case, style)),
    )


def _blocks(shown: list[DocumentCase], style: Style, *, shortened: bool = False) -> list[Block]:
    """Return a block a case and, last, the notes of all."""
    blocks = [
        *(list(_block(case, style, shortened)) for case in shown),
        list(_notes(shown, style, shortened)),
    ]
    return [block for block in blocks if block]


def _block(case: DocumentCase, style: Style, shortened: bool) -> Iterator[Line]:
    papers = papers_of(case)
    own = for_everyone(papers, style)
    others = [paper for paper in papers if is_conditional(paper, style)]
    if papers and cleaned(case.name):
        yield Line(style.say("documents.list", name=_heading(case, style, shortened)))
    yield from _bullets(own, "own", style, shortened)
    if own and others:
        yield Line(style.say("documents.conditional"))
    yield from _bullets(others, "conditional", style, shortened)


def _heading(case: DocumentCase, style: Style, shortened: bool) -> str:
    """Return the name of a case; some hold the whole list of papers."""
    name, limit = without_lettering(case.name), _HEADING_CHARACTERS if shortened else style.quote_characters
    text, was_cut = excerpt(name, limit)
    bare = text.rstrip(" :;.…")
    return style.say("documents.shortened", name=bare) if was_cut else bare


def _bullets(papers: list[RequiredDocument], kind: Kind, style: Style, shortened: bool) -> Iterator[Line]:
    for paper in papers:
        yield Line(style.bullets([line(paper, style, shortened=shortened)]), kind)


def _notes(shown: list[DocumentCase], style: Style, shortened: bool) -> Iterator[Line]:
    rows = (paper for case in shown for paper in case.documents)
    notes = [paper for paper in rows if paper.note and says_something(paper.name)]
    if notes:
        yield Line(style.say("records.notes_title"))
    yield from _bullets(notes, "note", style, shortened)
