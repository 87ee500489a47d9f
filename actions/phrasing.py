"""An answer about a procedure: what was asked, in the order it was asked, then the source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from actions.checklist_text import checklist_text
from actions.communes import communes
from actions.details import conditions, legal_basis, result, steps, summary
from actions.documents import all_documents, documents
from actions.fees import fees
from actions.forms import forms
from actions.heading import heading
from actions.our_notes import notes_on
from actions.places import online, place_in_short, places
from actions.style import Style
from actions.times import times
from knowledge_base.gazetteer.named_place import NamedPlace
from knowledge_base.procedure import Procedure

Section = Callable[[Procedure, Style], str]

SECTIONS: Mapping[str, Section] = {
    "summary": summary,
    "documents": documents,
    "all_documents": all_documents,
    "checklist": checklist_text,
    "steps": steps,
    "fee": fees,
    "time": times,
    "place": places,
    "online": online,
    "conditions": conditions,
    "legal_basis": legal_basis,
    "result": result,
    "forms": forms,
}

TELL_WHO = frozenset({"summary", "place"})
"""The sections that tell who carries it out."""
OFFERED_NEXT = ("documents", "steps", "fee", "time", "place")


def answer(
    procedure: Procedure,
    facets: tuple[str, ...],
    style: Style,
    case: int | None = None,
    where: Sequence[NamedPlace] = (),
) -> str:
    """Return what stands over the answer and a titled section a facet; who does it where no words of ours do."""
    sections = [section(procedure, facet, style, case, where) for facet in facets]
    says_who = procedure.is_curated or not TELL_WHO.isdisjoint(facets)
    who = "" if says_who else place_in_short(procedure, style)
    over = "\n".join(line for line in (heading(procedure, style), who) if line)
    return "\n\n".join([over, *sections])


def section(
    procedure: Procedure,
    facet: str,
    style: Style,
    case: int | None = None,
    where: Sequence[NamedPlace] = (),
) -> str:
    """Return one side under its title; a list to tick off and the summary bring their own."""
    is_documents = facet == "documents"
    text = documents(procedure, style, case) if is_documents else SECTIONS[facet](procedure, style)
    if facet in ("summary", "checklist"):
        return text
    title = style.say("facets.heading", title=style.say.table("facets.titles")[facet])
    named = communes(where, procedure, style) if where and facet == "place" else ""
    lines = [title, named, text, *notes_on(procedure, facet, style)]
    return "\n".join(line for line in lines if line)


def next_facets(shown: tuple[str, ...]) -> list[str]:
    """Return what can be asked next."""
    return [facet for facet in OFFERED_NEXT if facet not in shown]
