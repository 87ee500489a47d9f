"""What is wrong with the glossary beyond the shape of its entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge_base.alias_file import Aliases
from knowledge_base.findings import Finding
from knowledge_base.glossary_file import WRITTEN_OUT, Term
from knowledge_base.official.names import official_names
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import folded_syllables


def glossary_findings(terms: Iterable[Term], aliases: Iterable[Aliases]) -> list[Finding]:
    """Return what is wrong with sound entries: by themselves, beside each other, and beside the base's names."""
    terms = list(terms)
    return [
        *(finding for term in terms for finding in _own(term)),
        *_twice(terms),
        *_orphans(terms, aliases),
    ]


def _own(term: Term) -> Iterator[Finding]:
    if (term.kind in WRITTEN_OUT or _stem(term) in WRITTEN_OUT) and term.kind != _stem(term):
        mend = (
            f"move it to {term.kind}.yml" if term.kind in WRITTEN_OUT else "move it to the file of its theme"
        )
        yield _finding(term, f"the kind is {term.kind}", "words written out have a file a kind", mend)
    yield from (_not_written_out(term) if term.kind in WRITTEN_OUT else _never_heard(term))
    if term.told and not (term.since and term.source):
        why = "an answer says since when and by which law"
        yield _finding(term, "told has no since or no source", why, "add both, or delete told")


def _stem(term: Term) -> str:
    return Path(term.file).stem


def _never_heard(term: Term) -> Iterator[Finding]:
    if term.sides:
        mend = f"delete the neighbours, or make it one of: {', '.join(WRITTEN_OUT)}"
        yield _finding(
            term, "neighbours decide about it", "only words that are written out are read so", mend
        )
    for said in term.said:
        if folded_syllables(canonical(said)) == folded_syllables(canonical(term.meant)):
            why = "it is read so without an entry"
            yield _finding(term, f"{said!r} is {term.meant!r} already", why, "delete it")


def _not_written_out(term: Term) -> Iterator[Finding]:
    for said in term.said:
        if not said.isalpha() or said != said.lower():
            why, mend = (
                "a word is written out, in lower case",
                "write one word of letters, or make it a synonym",
            )
            yield _finding(term, f"{said!r} is no single word in lower case", why, mend)
    if canonical(term.meant) != term.meant:
        why = f"it would be read on as {canonical(term.meant)!r}"
        yield _finding(
            term, f"{term.meant!r} holds a word that is written out itself", why, "write it out here"
        )
    if term.told or term.for_search:
        why, mend = "nothing of it is left once it is written out", "delete told and search"
        yield _finding(term, "told or search stands beside a word that is written out", why, mend)


def _twice(terms: list[Term]) -> Iterator[Finding]:
    first: dict[tuple[object, ...], Term] = {}
    for term in terms:
        for said in term.said:
            is_word = term.kind in WRITTEN_OUT
            key = (said, term.sides) if is_word else (" ".join(folded_syllables(canonical(said))),)
            other = first.setdefault(key, term)
            if other is not term or term.said.count(said) > 1:
                what = f"{said!r} is also in {other.file}:{other.line}"
                yield _finding(term, what, "only the first one counts", "delete one of them")


def _orphans(terms: list[Term], aliases: Iterable[Aliases]) -> Iterator[Finding]:
    names = [*official_names().values(), *(name for entry in aliases for name in entry.aliases)]
    known = "\n".join(f" {' '.join(folded_syllables(name))} " for name in names)
    for term in terms:
        if term.for_search and f" {' '.join(folded_syllables(term.meant))} " not in known:
            why = "no question is found by it"
            yield _finding(
                term, f"no procedure's name says {term.meant!r}", why, "correct it, or delete search"
            )


def _finding(term: Term, what: str, why: str, mend: str) -> Finding:
    return Finding(term.file, term.line, what, why, mend)
