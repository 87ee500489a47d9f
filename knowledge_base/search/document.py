"""A procedure as the search sees it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge_base.procedure import Procedure
from knowledge_base.snapshot import NamedProcedure


@dataclass(frozen=True)
class SearchDocument:
    """The texts of a procedure that can answer a query.

    ``held``: the base has its record; one that is not held is known by its names only, and a topic that is no
    procedure at all has no code. ``province`` is whose own record it is, "" for one that holds everywhere.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    body: str = ""
    special_words: tuple[str, ...] = ()
    held: bool = True
    province: str = ""
    is_withdrawn: bool = False
    siblings: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

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
            province=procedure.province,
            is_withdrawn=procedure.withdrawn_on is not None,
            siblings=procedure.siblings,
            levels=procedure.levels,
        )

    @classmethod
    def named(cls, procedure: NamedProcedure) -> SearchDocument:
        """Build it from a procedure that is known by its names only."""
        return cls(
            code=procedure.code,
            name=procedure.name,
            aliases=procedure.aliases,
            questions=procedure.questions,
            special_words=procedure.special_words,
            held=False,
        )
