"""Papers to file (thành phần hồ sơ), by case, and the forms they are written on."""

from __future__ import annotations

import re

from actions.excerpt import cleaned
from actions.style import Style
from knowledge_base.procedure import DocumentCase, Procedure, RequiredDocument
from knowledge_base.vietnamese.folding import fold

_NUMBERED = re.compile(r"[\s\-+*]*\((\d{1,2})\)")


def documents(procedure: Procedure, style: Style, case: int | None = None) -> str:
    """Return the papers of every case, or of the case with this index and of the lists that hold for all."""
    shown = procedure.documents if case is None else _with_common(procedure, case, style)
    unnamed_first = sorted(shown, key=lambda item: bool(cleaned(item.name)))
    blocks = [_block(item, style) for item in unnamed_first]
    text = "\n".join(block for block in blocks if block) or style.say("documents.none")
    notes = _notes(shown, style)
    return f"{text}\n{notes}" if notes else text


def cases(procedure: Procedure, style: Style) -> tuple[int, ...]:
    """Return the indexes of the cases among which a citizen may have to choose."""
    return tuple(i for i, case in enumerate(procedure.documents) if is_choice(case, style))


def needs_case(procedure: Procedure, style: Style) -> bool:
    """Tell whether there are too many papers for one reply, and cases that make them fewer."""
    return paper_count(procedure) > style.papers_at_most and len(cases(procedure, style)) > 1


def paper_count(procedure: Procedure) -> int:
    """Count the papers of all cases, notes left out."""
    return sum(len(_papers(case)) for case in procedure.documents)


def is_choice(case: DocumentCase, style: Style) -> bool:
    """Tell a real case from a heading that only sorts papers, such as "to be shown" and "note"."""
    name = fold(cleaned(case.name))
    headings = style.say.words("documents.headings")
    return bool(name) and bool(_papers(case)) and not name.startswith(headings)


def case_name(procedure: Procedure, case: int) -> str:
    """Return what the record calls a case."""
    return cleaned(procedure.documents[case].name).rstrip(" :;.")


def _with_common(procedure: Procedure, case: int, style: Style) -> tuple[DocumentCase, ...]:
    shown = [item for i, item in enumerate(procedure.documents) if i == case or not is_choice(item, style)]
    return tuple(shown)


def _papers(case: DocumentCase) -> list[RequiredDocument]:
    """Return the papers in the record's order, or by their own numbers "(1)", "(2)" where all carry one."""
    papers = [paper for paper in case.documents if not paper.note]
    numbers = {paper: int(match[1]) for paper in papers if (match := _NUMBERED.match(paper.name))}
    return sorted(papers, key=numbers.__getitem__) if len(numbers) == len(papers) else papers


def _block(case: DocumentCase, style: Style) -> str:
    papers = _papers(case)
    if not papers:
        return ""
    lines = [] if not cleaned(case.name) else [_title(case, style)]
    return "\n".join([*lines, style.bullets(_paper(paper, style) for paper in papers)])


def _title(case: DocumentCase, style: Style) -> str:
    name = cleaned(case.name).rstrip(" :;.")
    return style.say("documents.list", name=name)


def _paper(paper: RequiredDocument, style: Style) -> str:
    details = [*_counts(paper, style), *_forms(paper, style)]
    name = style.excerpt(paper.name).rstrip(" .;:")
    return (
        style.say("documents.paper_with_details", name=name, details="; ".join(details)) if details else name
    )


def _counts(paper: RequiredDocument, style: Style) -> list[str]:
    counts = []
    if paper.originals:
        counts.append(style.say("documents.original", count=paper.originals))
    if paper.copies:
        counts.append(style.say("documents.copy", count=paper.copies))
    return [", ".join(counts)] if counts else []


def _forms(paper: RequiredDocument, style: Style) -> list[str]:
    return [style.say("documents.forms", names=", ".join(paper.forms))] if paper.forms else []


def _notes(shown: tuple[DocumentCase, ...], style: Style) -> str:
    notes = [style.excerpt(paper.name) for case in shown for paper in case.documents if paper.note]
    if not notes:
        return ""
    return "\n".join([style.say("records.notes_title"), *style.first(notes, style.notes_at_most)])


def forms(procedure: Procedure, style: Style) -> str:
    """Return the form files of the record and the papers that it says are written on a form."""
    papers = [paper for case in procedure.documents for paper in _papers(case)]
    files = list(dict.fromkeys(file for paper in papers for file in paper.forms))
    named = list(
        dict.fromkeys(cleaned(paper.name).rstrip(" .;:") for paper in papers if _on_a_form(paper, style))
    )
    lines = (
        [style.say("documents.form_files"), style.bullets(files)]
        if files
        else [style.say("documents.no_forms")]
    )
    if named:
        lines += [style.say("documents.named_forms"), style.bullets(style.excerpt(name) for name in named)]
    if files or named:
        lines.append(style.say("documents.download", url=procedure.portal_url))
    return "\n".join(lines)


def _on_a_form(paper: RequiredDocument, style: Style) -> bool:
    folded = fold(paper.name)
    return any(word in folded for word in style.say.words("documents.form_words"))
