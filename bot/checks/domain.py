"""Mistakes between the domain, the rules and the responses, which Rasa passes over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.intents import read_intents
from bot.checks.names import Named, keyed, listed, read_folder, steps, twice
from knowledge_base.findings import Finding
from knowledge_base.yaml_reader import UnreadableFile

DOMAIN = Path("nlu_data/domain")
RULES = Path("nlu_data/rules")
WITHOUT_EXAMPLES = frozenset({"choose", "give_proof", "confirm_delete", "nlu_fallback"})
"""Intents that no text has: three are payloads, one is what is left."""


def check_domain(root: Path) -> list[Finding]:
    """Return names that are defined twice, used undefined, or defined unused."""
    try:
        domain, rules = read_folder(root, DOMAIN), read_folder(root, RULES)
    except UnreadableFile as error:
        return [error.finding]
    intents = list(listed(domain, "intents"))
    actions = list(listed(domain, "actions"))
    responses = list(keyed(domain, "responses"))
    asked = list(steps(rules, "intent"))
    done = list(steps(rules, "action"))
    trained = [Named(f.intent, f.file, f.line) for f in read_intents(root) if f.intent]
    return [
        *twice(intents, "an intent"),
        *twice(actions, "an action"),
        *twice(asked, "a rule for the intent"),
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
