"""A procedure as the search sees it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.procedure import Procedure


@dataclass(frozen=True)
class SearchDocument:
    """The texts of a procedure that can answer a query.

    ``held``: the base has its record; one that is not held is known by its names only, and a topic that is no
    procedure at all has no name of its own.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    body: str = ""
    special_words: tuple[str, ...] = ()
    held: bool = True

    @classmethod
    def of(cls, procedure: Procedure) -> SearchDocument:
        """Build it from a procedure; our words about it, papers and steps make the body."""
        papers = [paper.name for case in procedure.documents for paper in case.documents]
        steps = [step.text for step in procedure.steps]
        short = (procedure.short_name,) if procedure.short_name != procedure.name else ()
        return cls(
            code=procedure.code,
            name=procedure.name,
            aliases=(*filter(None, short), *procedure.aliases),
            questions=procedure.questions,
            body=" ".join([procedure.distinction, procedure.summary, *papers, *steps]),
            special_words=procedure.special_words,
        )
