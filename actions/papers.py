"""One list of papers: the form first, then the certificate, what everybody brings, what only some bring."""

from __future__ import annotations

import re

from actions.excerpt import cleaned, excerpt, says_something
from actions.style import Style
from knowledge_base.procedure import DocumentCase, RequiredDocument
from knowledge_base.vietnamese.folding import fold

_NUMBERED = re.compile(r"[\s\-+*]*\((\d{1,2})\)")
_LETTERING = re.compile(
    r"^(?:[\s\-–+*•]|\(?[\divx]{1,4}[).]|\(?\w{1,2}\)|\d+(?:\.\d+)*\.?\s)+", re.IGNORECASE
)
_SHORT_NAME_CHARACTERS = 260
"""In a shortened list; the names of 9 papers of 10 in the catalogue are no longer."""


def without_lettering(text: str) -> str:
    """Drop "a)", "(iv)", "1.", dashes and bullets in front."""
    return _LETTERING.sub("", cleaned(text)).strip()


def papers_of(case: DocumentCase) -> list[RequiredDocument]:
    """Return the papers in the record's order, or by their own numbers "(1)", "(2)" where all carry one."""
    papers = [paper for paper in case.documents if not paper.note and says_something(paper.name)]
    numbers = {paper: int(match[1]) for paper in papers if (match := _NUMBERED.match(paper.name))}
    return sorted(papers, key=numbers.__getitem__) if len(numbers) == len(papers) else papers


def for_everyone(papers: list[RequiredDocument], style: Style) -> list[RequiredDocument]:
    """Return what everybody files: forms, then certificates, then the rest."""
    own = [paper for paper in papers if not is_conditional(paper, style)]
    return sorted(own, key=lambda paper: (not _is_a_form(paper, style), not _is_certificate(paper, style)))


def is_conditional(paper: RequiredDocument, style: Style) -> bool:
    """Tell whether the record asks it of some only; a form may say who uses it and stays a form."""
    name = fold(without_lettering(paper.name))
    if name.startswith(style.say.words("documents.condition_openings")):
        return True
    first_sentence = name.split(". ")[0]
    is_for_some = any(word in first_sentence for word in style.say.words("documents.condition_words"))
    return is_for_some and not _is_a_form(paper, style)


def is_on_a_form(paper: RequiredDocument, style: Style) -> bool:
    """Tell whether it is written on a form."""
    name = fold(paper.name)
    return bool(paper.forms) or any(word in name for word in style.say.words("documents.form_words"))


def _is_a_form(paper: RequiredDocument, style: Style) -> bool:
    """Tell whether it is the form itself, and not merely made after a model."""
    return fold(without_lettering(paper.name)).startswith(style.say.words("documents.form_openings"))


def _is_certificate(paper: RequiredDocument, style: Style) -> bool:
    return fold(without_lettering(paper.name)).startswith(style.say.words("documents.certificate_openings"))


def line(paper: RequiredDocument, style: Style, *, shortened: bool = False) -> str:
    """Return the name word for word with its quantities and form files; a shortened one says so."""
    details = "; ".join(part for part in (counts(paper, style), *_forms(paper, style)) if part)
    name = short_name(paper, style) if shortened else style.excerpt(paper.name).rstrip(" .;:")
    return style.say("documents.paper_with_details", name=name, details=details) if details else name


def short_name(paper: RequiredDocument, style: Style) -> str:
    """Return the name, openly shortened where it is long."""
    name, was_cut = excerpt(paper.name, _SHORT_NAME_CHARACTERS)
    bare = name.rstrip(" .;:…")
    return style.say("documents.shortened", name=bare) if was_cut else bare


def is_for_proxies(paper: RequiredDocument, style: Style) -> bool:
    """Tell whether a paper gives somebody the power to file, and says that it is for those who do so."""
    name = fold(without_lettering(paper.name))
    first_sentence = name.split(". ")[0]
    names_filing = any(word in first_sentence for word in style.say.words("documents.proxy_paper_words"))
    return names_filing and name.startswith(style.say.words("documents.proxy_paper_openings"))


def counts(paper: RequiredDocument, style: Style) -> str:
    """Return how many originals and copies, in words; "" where the record gives none."""
    told = []
    if paper.originals:
        told.append(style.say("documents.original", count=paper.originals))
    if paper.copies:
        told.append(style.say("documents.copy", count=paper.copies))
    return ", ".join(told)


def _forms(paper: RequiredDocument, style: Style) -> list[str]:
    return [style.say("documents.forms", names=", ".join(paper.forms))] if paper.forms else []
