"""Sentences of a record that speak of something, each with the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actions.excerpt import sentences, unlettered
from actions.style import Style
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import fold

_WHOLE_CHARACTERS = 400
"""A step or note of ours is no longer than this and is told whole; the record's own text by sentences."""


@dataclass(frozen=True)
class Passage:
    """A sentence, or a short text whole, and the name of its section."""

    section: str
    text: str


def steps_with(words: Sequence[str], procedure: Procedure) -> list[Passage]:
    """Return what the steps say with one of these folded words."""
    return _with(words, [(step.source, step.text) for step in procedure.steps])


def notes_with(words: Sequence[str], procedure: Procedure) -> list[Passage]:
    """Return what our notes say with one of these folded words."""
    return _with(words, [(note.source, note.text) for note in procedure.notes])


def anywhere(
    words: Sequence[str], procedure: Procedure, style: Style, *, in_papers: bool = False
) -> list[Passage]:
    """Return what notes, steps and conditions, or names of papers too, say with one of these folded words."""
    texts = [(style.say("records.conditions_section"), procedure.conditions)]
    if in_papers:
        section = style.say("records.papers_section")
        texts += [(section, paper.name) for case in procedure.documents for paper in case.documents]
    return [*notes_with(words, procedure), *steps_with(words, procedure), *_with(words, texts)]


def told(passage: Passage, style: Style) -> str:
    """Name the section and quote it."""
    text = style.excerpt(unlettered(passage.text))
    return style.say("records.passage", section=passage.section, text=text)


def _with(words: Sequence[str], texts: Sequence[tuple[str, str]]) -> list[Passage]:
    speaking = [
        Passage(section, part)
        for section, text in texts
        for part in _parts(text)
        if any(word in fold(part) for word in words)
    ]
    return list(dict.fromkeys(speaking))


def _parts(text: str) -> Iterator[str]:
    yield from [text] if len(text) <= _WHOLE_CHARACTERS else sentences(text)
