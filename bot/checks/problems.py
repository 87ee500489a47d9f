"""Check bot/api/problems.yml: what callers hear when a request cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.names import under
from bot.checks.placeholders import KNOWN_TO_ALL, placeholders, shown
from bot.checks.source import (
    Source,
    dictionary_texts,
    read_sources,
    texts_handed_to,
    texts_returned,
)
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Keys, Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile, root_node
from office.outcome import Outcome

PROBLEMS = "bot/api/problems.yml"
_WHY = "the gateway fails where it should say what is wrong"
_BY_TABLE, _BY_RETURN = "bot/api/problem.py", "bot/api/shield.py"


def check_problems(root: Path) -> list[Finding]:
    """Return problems that are missing or that cannot be answered with."""
    try:
        problems = root_node(root / PROBLEMS, PROBLEMS)
    except UnreadableFile as error:
        return [error.finding]
    known = problems.values if isinstance(problems, Keys) else {}
    missing = (named for named in _named() if named[0] not in known)
    return sorted({
        *(_missing(name, place) for name, place in missing),
        *(finding for name, problem in known.items() for finding in _wrong(name, problem)),
    })  # fmt: skip


def _named() -> Iterator[tuple[str, str]]:
    """Yield the problems that the gateway names, each with where."""
    for source in read_sources("bot/api"):
        for name, line in _names(source):
            yield name, f"{source.file}:{line}"


def _names(source: Source) -> Iterator[tuple[str, int]]:
    yield from texts_handed_to(source, "Problem", "problem_response")
    if source.file == _BY_TABLE:
        yield from ((name, line) for name, line in dictionary_texts(source) if name.isidentifier())
    if source.file == _BY_RETURN:
        yield from texts_returned(source)


def _wrong(name: str, problem: Node) -> Iterator[Finding]:
    status, text, outcome = (under(problem, key) for key in ("status", "text", "outcome"))
    if not _is_status(status):
        yield _finding(problem, f"{name} has no status from 400 to 599", "write status: 400, or another one")
    if not isinstance(text, Scalar) or not text.text.strip():
        yield _finding(problem, f"{name} says nothing", "write its text")
    else:
        yield from _wrongly_filled(name, text)
    if outcome and (not isinstance(outcome, Scalar) or outcome.text not in set(Outcome)):
        yield _finding(outcome, f"{name} has no outcome of the closed list", "take one of office/outcome.py")


def _wrongly_filled(name: str, text: Scalar) -> Iterator[Finding]:
    allowed = f"only {shown(KNOWN_TO_ALL)} can be filled in"
    try:
        unknown = placeholders(text.text) - KNOWN_TO_ALL
    except ValueError as error:
        yield _finding(text, f"{name} cannot be filled in: {error}", allowed)
        return
    if unknown:
        yield _finding(text, f"{name} holds {shown(unknown)}", allowed)


def _is_status(status: Node | None) -> bool:
    return (
        isinstance(status, Scalar)
        and status.kind == "int"
        and status.text.isdecimal()
        and 400 <= int(status.text) <= 599
    )


def _missing(name: str, place: str) -> Finding:
    what = f"there is no {name}, which {place} answers with"
    return Finding(PROBLEMS, 1, what, _WHY, "write it there: status and text")


def _finding(node: Node, what: str, mend: str) -> Finding:
    return Finding(PROBLEMS, node.line, what, _WHY, mend)
