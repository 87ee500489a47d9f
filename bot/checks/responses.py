"""Check the wording of replies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.called import Called, called_responses
from bot.checks.names import Named, items, keyed, read_folder, steps, twice, under
from bot.checks.placeholders import placeholders, shown
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile
from office.outcome import Outcome

RESPONSES, RULES = Path("nlu_data/domain/responses"), Path("nlu_data/rules")
_NOT_COUNTED = "the turn could not be counted"
_SILENCE = "nobody may hear silence"


def check_responses(root: Path) -> list[Finding]:
    """Return responses that are missing, written twice, never said, silent, without outcome or wrongly filled in."""
    try:
        responses = list(keyed(read_folder(root, RESPONSES), "responses"))
        ruled = {named.name for named in steps(read_folder(root, RULES), "action")}
    except UnreadableFile as error:
        return [error.finding]
    called = {call.name: call for call in called_responses()}
    written = {response.name for response in responses}
    variations = [(response, node) for response in responses for node in items(response.node)]
    return [
        *twice(responses, "a response"),
        *(_missing(call) for name, call in called.items() if name not in written),
        *(_never_said(response) for response in responses if response.name not in {*called, *ruled}),
        *(finding for response in responses for finding in _wordings(response)),
        *(finding for response, node in variations for finding in _variation(response, node, called)),
    ]


def _wordings(response: Named) -> Iterator[Finding]:
    count = len(items(response.node))
    if not count:
        yield _silent(response)
    elif count > 1:
        what = f"{response.name} has {count} wordings"
        yield Finding(
            response.file, response.line, what, "an official answer has one", "keep one and delete the others"
        )


def _variation(response: Named, variation: Node, called: dict[str, Called]) -> Iterator[Finding]:
    outcome, text = under(under(variation, "metadata"), "outcome"), under(variation, "text")
    if not isinstance(outcome, Scalar) or outcome.text not in set(Outcome):
        yield Finding(
            response.file,
            variation.line,
            f"{response.name} has no outcome of the closed list",
            _NOT_COUNTED,
            "write metadata: {outcome: ...} with a value of office/outcome.py",
        )
    if not isinstance(text, Scalar) or not text.text.strip():
        yield _silent(response, variation.line)
    elif response.name in called:
        yield from _filled(response, text, called[response.name])


def _filled(response: Named, text: Scalar, call: Called) -> Iterator[Finding]:
    try:
        unknown = placeholders(text.text) - call.variables
    except ValueError as error:
        yield _unfilled(response, text.line, f"{response.name} cannot be filled in: {error}", call)
        return
    if unknown:
        yield _unfilled(
            response, text.line, f"{response.name} holds {shown(unknown)}, which nothing fills in", call
        )


def _unfilled(response: Named, line: int, what: str, call: Called) -> Finding:
    return Finding(
        response.file,
        line,
        what,
        "the citizen would hear a fault, or nothing",
        f"mend the name; {call.file}:{call.line} says it",
    )


def _missing(call: Called) -> Finding:
    what = f"there is no response {call.name}, which is said here"
    return Finding(call.file, call.line, what, _SILENCE, f"write it in {RESPONSES}, or mend its name there")


def _never_said(response: Named) -> Finding:
    return Finding(
        response.file,
        response.line,
        f"nothing says {response.name}",
        "what is never said only looks as if it were",
        "delete it, or mend its name",
    )


def _silent(response: Named, line: int | None = None) -> Finding:
    what = f"{response.name} says nothing"
    return Finding(response.file, line or response.line, what, _SILENCE, "write its text")
