"""Check the wording of replies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.names import Named, items, keyed, read_folder, twice, under
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile
from office.outcome import Outcome

RESPONSES = Path("nlu_data/domain/responses")


def check_responses(root: Path) -> list[Finding]:
    """Return responses that are written twice, say nothing, or have no outcome."""
    try:
        responses = list(keyed(read_folder(root, RESPONSES), "responses"))
    except UnreadableFile as error:
        return [error.finding]
    variations = [(response, node) for response in responses for node in items(response.node)]
    return [
        *twice(responses, "a response"),
        *(finding for response, node in variations for finding in _variation(response, node)),
    ]


def _variation(response: Named, variation: Node) -> Iterator[Finding]:
    outcome, text = under(under(variation, "metadata"), "outcome"), under(variation, "text")
    if not isinstance(outcome, Scalar) or outcome.text not in set(Outcome):
        yield Finding(
            response.file,
            variation.line,
            f"{response.name} has no outcome of the closed list",
            "the turn could not be counted",
            "write metadata: {outcome: ...} with a value of office/outcome.py",
        )
    if not isinstance(text, Scalar) or not text.text.strip():
        yield Finding(
            response.file,
            variation.line,
            f"{response.name} says nothing",
            "nobody may hear silence",
            "write its text",
        )
