"""What a message called by a name that is another one now: a word of former law, the code of a copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from actions.choices import named_codes
from actions.figures import day
from actions.reply import Reply
from actions.services import Knowledge
from actions.style import Style
from knowledge_base.glossary_file import Term, other_terms
from knowledge_base.search.phrases import PhraseBook
from knowledge_base.search.query import typed_syllables

ANSWER = "answer"


def with_former_words(reply: Reply, text: str, knowledge: Knowledge, style: Style) -> Reply:
    """Say it in an answer: over it what a code is held under, below it one word at most, with its day and law."""
    if ANSWER not in reply.variables:
        return reply
    over, below = _copies(text, knowledge, style), _former_word(text, style)
    told = "\n\n".join([*over, reply.variables[ANSWER], *below])
    return replace(reply, variables={**reply.variables, ANSWER: told})


def _copies(text: str, knowledge: Knowledge, style: Style) -> Iterator[str]:
    for code in named_codes(text)[:1]:
        held = knowledge.snapshot.copies.get(code)
        if held:
            yield style.say("records.copy", code=code, held=held.strip())


def _former_word(text: str, style: Style) -> Iterator[str]:
    spans = _book().spans(typed_syllables(text))
    for term in [_told()[int(span.label)] for span in spans][:1]:
        if term.since:
            yield style.say("records.former_word", day=day(term.since), told=term.told, source=term.source)


@lru_cache(maxsize=1)
def _told() -> tuple[Term, ...]:
    return tuple(term for term in other_terms() if term.told)


@lru_cache(maxsize=1)
def _book() -> PhraseBook:
    return PhraseBook((said, str(number)) for number, term in enumerate(_told()) for said in term.said)
