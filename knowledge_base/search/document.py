"""A procedure as the search sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge_base.procedure import Procedure


@dataclass(frozen=True)
class SearchDocument:
    """The texts of a procedure that can answer a query."""

    code: str
    name: str
    short_name: str
    about: str
    body: str
    aliases: tuple[str, ...]
    questions: tuple[str, ...]
    special_words: tuple[str, ...]
    siblings: tuple[str, ...]
    levels: tuple[str, ...] = ()

    @classmethod
    def of(cls, procedure: Procedure) -> SearchDocument:
        """Build it from a procedure; papers and steps make the body."""
        papers = [paper.name for case in procedure.documents for paper in case.documents]
        return cls(
            code=procedure.code,
            name=procedure.name,
            short_name=procedure.short_name,
            about=f"{procedure.distinction} {procedure.summary}",
            body=" ".join([*papers, *(step.text for step in procedure.steps)]),
            aliases=procedure.aliases,
            questions=procedure.questions,
            special_words=procedure.special_words,
            siblings=procedure.siblings,
            levels=procedure.levels,
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What people call it and how they ask for it, the official name first."""
        return tuple(name for name in (self.name, self.short_name, *self.aliases, *self.questions) if name)

    def weighted_texts(self) -> Iterator[tuple[float, str]]:
        """Yield every text with the weight of a word in it; measured in docs/decisions/0006."""
        yield 4.0, self.name
        yield 3.0, self.short_name
        yield 1.0, self.about
        yield 0.3, self.body
        yield from ((1.0, alias) for alias in self.aliases)
        yield from ((0.5, question) for question in self.questions)
