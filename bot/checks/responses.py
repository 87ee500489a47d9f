"""Check the wording of replies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.checks.yaml_lines import child, compose, entries, items
from knowledge_base.findings import Finding
from office.outcome import Outcome

_OUTCOMES = {outcome.value for outcome in Outcome}


def check_responses(root: Path) -> list[Finding]:
    """Return what is wrong with nlu_data/domain/responses."""
    findings: list[Finding] = []
    places: dict[str, str] = {}
    for path in sorted((root / "nlu_data" / "domain" / "responses").glob("*.yml")):
        node, broken = compose(path)
        findings += broken
        for name, variations, line in entries(child(node, "responses")):
            findings += _response(path, name, variations, line, places)
    return findings


def _response(
    path: Path, name: str, variations: yaml.Node, line: int, places: dict[str, str]
) -> Iterator[Finding]:
    if name in places:
        yield Finding(
            str(path), line, f"{name} is in {places[name]} too", "the engine takes one of them",
            "take one away",
        )  # fmt: skip
    places.setdefault(name, f"{path.name}:{line}")
    for variation in items(variations):
        outcome = child(child(variation, "metadata"), "outcome")
        if not isinstance(outcome, yaml.ScalarNode) or outcome.value not in _OUTCOMES:
            yield Finding(
                str(path), variation.start_mark.line + 1, f"{name} has no outcome of the closed list",
                "a reply must be counted", "add metadata: {outcome: …}, see office/outcome.py",
            )  # fmt: skip
        text = child(variation, "text")
        if not isinstance(text, yaml.ScalarNode) or not text.value.strip():
            yield Finding(
                str(path), variation.start_mark.line + 1, f"{name} says nothing",
                "nobody may hear silence", "write its text",
            )  # fmt: skip
