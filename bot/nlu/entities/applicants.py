"""Who applies (``applicant``), and whether they go to the desk themselves or somebody does for them (``filer``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from bot.nlu.entities.data_file import phrase_list, words_in
from bot.nlu.entities.found import Found
from bot.nlu.entities.typed import Phrases, Typed, Words

ENTITIES = ("applicant", "filer")


def read_applicants(text: str) -> list[Found]:
    """Return every kind of applicant and of filer that a text tells, in order, without those that it turns down."""
    typed, found, end = Typed.of(text), list[Found](), 0
    for place in range(len(typed.tokens)):
        for one in _at(typed, place):
            found += [one] if one.start >= end else []
            end = max(one.end, end)
    return found


def _at(typed: Typed, place: int) -> Iterator[Found]:
    length, meant = _phrases().at(typed, place)
    if length and _is_meant(typed, place, place + length):
        start, end = typed.span(typed.tokens[place].start, typed.tokens[place + length - 1].end)
        entity, kind = meant
        yield Found(entity, kind, start, end, typed.raw[start:end])


def _is_meant(typed: Typed, first: int, after: int) -> bool:
    others = _not_before().meaning(typed.tokens[after - 1])
    if others is not None and typed.says_at(after, others) and typed.is_near(after - 1):
        return False
    return not phrase_list("applicants", "negations").ending_before(typed, first)[0]


@lru_cache(maxsize=1)
def _not_before() -> Words:
    others = words_in("applicants")["not_before"]
    return Words({word: Words(dict.fromkeys(following, True)) for word, following in others.items()})


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    """Return every phrase with its entity and kind."""
    data = words_in("applicants")
    kinds = [(entity, kind, said) for entity in ENTITIES for kind, said in data[entity].items()]
    return Phrases({phrase: (entity, kind) for entity, kind, said in kinds for phrase in said})
