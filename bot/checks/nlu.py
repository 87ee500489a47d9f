"""Check intent files and rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.checks.yaml_lines import child, compose, entries, items
from knowledge_base.findings import Finding
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold

Example = tuple[str, int]


def check_nlu(root: Path) -> list[Finding]:
    """Return what is wrong with nlu_data/intents, their held-out twins, and nlu_data/rules."""
    findings: list[Finding] = []
    seen: dict[str, tuple[str, str]] = {}
    for path in sorted((root / "nlu_data" / "intents").rglob("*.yml")):
        node, broken = compose(path)
        findings += broken
        findings += _name(path, node)
        twin = root / "tests" / "utterances" / path.relative_to(root / "nlu_data" / "intents")
        held_out = {_key(text) for text, _ in _examples(compose(twin)[0])} if twin.exists() else set()
        for text, line in _examples(node):
            findings += _example(path, text, line, seen, held_out)
    return [*findings, *_rules(root)]


def _name(path: Path, node: yaml.Node | None) -> Iterator[Finding]:
    for block in items(child(node, "nlu")):
        intent = child(block, "intent")
        if isinstance(intent, yaml.ScalarNode) and intent.value != path.stem:
            line = intent.start_mark.line + 1
            yield Finding(
                str(path), line, f"holds the intent {intent.value}", "a file is named after its intent",
                f"name the file {intent.value}.yml, or the intent {path.stem}",
            )  # fmt: skip


def _examples(node: yaml.Node | None) -> Iterator[Example]:
    for block in items(child(node, "nlu")):
        examples = child(block, "examples")
        if isinstance(examples, yaml.ScalarNode):
            first = examples.start_mark.line + 2
            for offset, line in enumerate(examples.value.splitlines()):
                if line.strip().startswith("- "):
                    yield line.strip()[2:], first + offset


def _example(
    path: Path, text: str, line: int, seen: dict[str, tuple[str, str]], held_out: set[str]
) -> Iterator[Finding]:
    key = _key(text)
    if key in seen:
        other, where = seen[key]
        yield Finding(
            str(path), line, f"the example is in {other} too ({where})", "one text cannot teach two things",
            "take one of them away",
        )  # fmt: skip
    seen.setdefault(key, (path.stem, f"line {line}"))
    if key in held_out:
        yield Finding(
            str(path), line, "the example is in its held-out twin too", "what is learnt cannot be a test",
            "take it out of tests/utterances",
        )  # fmt: skip


def _key(text: str) -> str:
    return fold(canonical(text)).strip(" ?.!")


def _rules(root: Path) -> Iterator[Finding]:
    domain = root / "nlu_data" / "domain"
    intents = {item.value for item in items(child(compose(domain / "intents.yml")[0], "intents"))}
    actions = {item.value for item in items(child(compose(domain / "actions.yml")[0], "actions"))}
    responses = {
        name
        for path in sorted((domain / "responses").glob("*.yml"))
        for name, _, _ in entries(child(compose(path)[0], "responses"))
    }
    known = {"intent": intents, "action": actions | responses | {"action_listen"}}
    for path in sorted((root / "nlu_data" / "rules").glob("*.yml")):
        node, broken = compose(path)
        yield from broken
        yield from _unknown(path, node, known)


def _unknown(path: Path, node: yaml.Node | None, known: dict[str, set[str]]) -> Iterator[Finding]:
    for key, value, line in entries(node):
        if key in known and isinstance(value, yaml.ScalarNode) and value.value not in known[key]:
            yield Finding(
                str(path), line, f"the {key} {value.value} is not in the domain",
                "the engine skips it in silence", "name it in nlu_data/domain or mend the spelling",
            )  # fmt: skip
        yield from _unknown(path, value, known)
    for item in items(node):
        yield from _unknown(path, item, known)
