"""What sets records apart that are called the same, or whose short names are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import takewhile
from typing import Final

from knowledge_base.imported.short_name import cut_at_word, readable_name
from knowledge_base.procedure import Procedure
from knowledge_base.vietnamese.folding import folded_syllables

_AT_MOST: Final = 90
"""Characters of a distinction, as in curated files."""

Name = tuple[str, ...]
Telling = Callable[[Procedure], tuple[str, ...]]

_TELLING: Sequence[Telling] = (
    lambda procedure: procedure.subjects,
    lambda procedure: procedure.agencies.executing,
    lambda procedure: (procedure.decision.number,),
)
"""Facts that may tell namesakes apart, the plainest first; levels are shown with every choice anyway."""


def told_apart(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """Return them with namesakes as siblings, and with a distinction where short names coincide.

    Only records in force of one province, or of none, are held against each other.
    """
    procedures = tuple(procedures)
    siblings, distinctions = dict[str, tuple[str, ...]](), dict[str, str]()
    for alike in _groups(procedures, lambda procedure: procedure.short_name):
        distinctions |= _by_name(alike)
    for namesakes in _groups(procedures, lambda procedure: readable_name(procedure.name)):
        codes = [procedure.code for procedure in namesakes]
        siblings |= {code: tuple(other for other in codes if other != code) for code in codes}
        distinctions |= _by_facts(namesakes, distinctions)
    return tuple(
        replace(
            procedure,
            siblings=siblings.get(procedure.code, ()),
            distinction=distinctions.get(procedure.code, ""),
        )
        for procedure in procedures
    )


def _groups(
    procedures: Iterable[Procedure], name: Callable[[Procedure], str]
) -> Iterator[Sequence[Procedure]]:
    by_name: dict[tuple[str, Name], list[Procedure]] = defaultdict(list)
    for procedure in procedures:
        if procedure.withdrawn_on is None:
            by_name[procedure.province, tuple(folded_syllables(name(procedure)))].append(procedure)
    return (alike for alike in by_name.values() if len(alike) > 1)


def _by_name(alike: Sequence[Procedure]) -> Mapping[str, str]:
    """Return what of each name the short one leaves out, or its part from where it leaves all the others."""
    names = {procedure.code: tuple(readable_name(procedure.name).split()) for procedure in alike}
    different = set(names.values())
    shown = len(alike[0].short_name.split())
    together = len(reduce(_shared, different))
    best: Mapping[Name, str] = {}
    for begins in (
        dict.fromkeys(different, shown),
        dict.fromkeys(different, together),
        {name: _parting(name, different) for name in different},
    ):
        ends = {name: cut_at_word(" ".join(name[begin:]), _AT_MOST) for name, begin in begins.items()}
        if len(set(ends.values())) > len(set(best.values())):
            best = ends
    return {code: best[name] for code, name in names.items()}


def _parting(name: Name, others: Iterable[Name]) -> int:
    return max((len(_shared(name, other)) for other in others if other != name), default=0)


def _shared(one: Name, other: Name) -> Name:
    """Return the words that both begin with."""
    pairs = zip(one, other, strict=False)
    return tuple(word for word, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _by_facts(namesakes: Sequence[Procedure], known: Mapping[str, str]) -> Mapping[str, str]:
    """Add to what is known the first fact that differs in all of them, unless the level already does."""
    if _differ(procedure.levels for procedure in namesakes):
        return {}
    telling = next((fact for fact in _TELLING if _differ(map(fact, namesakes))), None)
    if telling is None:
        return {}
    ends = ((procedure.code, "; ".join(telling(procedure))) for procedure in namesakes)
    return {
        code: cut_at_word("; ".join(filter(None, (known.get(code), end))), _AT_MOST) for code, end in ends
    }


def _differ(facts: Iterable[tuple[str, ...]]) -> bool:
    facts = list(facts)
    return len(set(facts)) == len(facts)
