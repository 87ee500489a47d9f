"""Mistakes between the domain, the rules and the responses, which Rasa passes over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.checks.intents import read_intents
from knowledge_base.findings import Finding
from knowledge_base.yaml_nodes import Items, Keys, Node, Scalar
from knowledge_base.yaml_reader import UnreadableFile, root_node

DOMAIN = Path("nlu_data/domain")
RULES = Path("nlu_data/rules")
WITHOUT_EXAMPLES = frozenset({"choose", "give_proof", "nlu_fallback"})
"""Intents that no text has: two are payloads, one is what is left."""


@dataclass(frozen=True)
class Named:
    """A name with its place and what is written under it."""

    name: str
    file: str
    line: int
    node: Node | None = None


def check_domain(root: Path) -> list[Finding]:
    """Return names that are defined twice, used undefined, or defined unused."""
    try:
        domain, rules = _documents(root, DOMAIN), _documents(root, RULES)
    except UnreadableFile as error:
        return [error.finding]
    intents = list(_listed(domain, "intents"))
    actions = list(_listed(domain, "actions"))
    responses = list(_keyed(domain, "responses"))
    asked = list(_steps(rules, "intent"))
    done = list(_steps(rules, "action"))
    trained = [Named(f.intent, f.file, f.line) for f in read_intents(root) if f.intent]
    return [
        *_twice(intents, "an intent"),
        *_twice(actions, "an action"),
        *_twice(responses, "a response"),
        *_twice(asked, "a rule for the intent"),
        *_undefined([*trained, *asked], intents, "intent", "nlu_data/domain/intents.yml"),
        *_undefined(done, [*actions, *responses], "action or response", "nlu_data/domain"),
        *_undefined(intents, asked, "rule for the intent", "nlu_data/rules"),
        *_undefined(
            [intent for intent in intents if intent.name not in WITHOUT_EXAMPLES],
            trained,
            "intent file for",
            "nlu_data/intents",
        ),
    ]


def _documents(root: Path, folder: Path) -> list[tuple[str, Node]]:
    paths = sorted((root / folder).rglob("*.yml"))
    return [(file := str(path.relative_to(root)), root_node(path, file)) for path in paths]


def _listed(documents: list[tuple[str, Node]], key: str) -> Iterator[Named]:
    """Yield the names of a list whose items are names, or names with settings."""
    for file, node in documents:
        for item in _items(_under(node, key)):
            if isinstance(item, Scalar):
                yield Named(item.text, file, item.line)
            elif isinstance(item, Keys):
                yield from (Named(name, file, item.line) for name in item.values)


def _keyed(documents: list[tuple[str, Node]], key: str) -> Iterator[Named]:
    for file, node in documents:
        under = _under(node, key)
        if isinstance(under, Keys):
            yield from (Named(name, file, value.line, value) for name, value in under.values.items())


def _steps(documents: list[tuple[str, Node]], kind: str) -> Iterator[Named]:
    for file, node in documents:
        for rule in _items(_under(node, "rules")):
            for step in _items(_under(rule, "steps")):
                for choice in _items(_under(step, "or")) or (step,):
                    name = _under(choice, kind)
                    if isinstance(name, Scalar):
                        yield Named(name.text, file, name.line)


def _twice(names: list[Named], kind: str) -> Iterator[Finding]:
    first: dict[str, Named] = {}
    for named in names:
        before = first.setdefault(named.name, named)
        if before is not named:
            yield Finding(
                named.file,
                named.line,
                f"{kind} {named.name} is there already, in {before.file}:{before.line}",
                "the engine takes one of the two and does not say which",
                "delete or rename one",
            )


def _undefined(used: list[Named], defined: list[Named], kind: str, where: str) -> Iterator[Finding]:
    known = {named.name for named in defined}
    for named in used:
        if named.name not in known:
            yield Finding(
                named.file,
                named.line,
                f"there is no {kind} {named.name}",
                "the engine passes over it and the citizen gets no answer",
                f"add it in {where}, or mend the name",
            )


def _under(node: Node | None, key: str) -> Node | None:
    return node.values.get(key) if isinstance(node, Keys) else None


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.nodes if isinstance(node, Items) else ()
