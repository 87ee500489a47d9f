"""Official facts that a file of ours replaces, each with its reason, while ``official:`` stays as it was generated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from knowledge_base.entry import Entry
from knowledge_base.procedure import Override
from knowledge_base.yaml_nodes import Keys, Node, plain

FACTS: Final = (
    "field",
    "levels",
    "subjects",
    "agencies",
    "receiving_address",
    "modes",
    "documents",
    "results",
    "legal_basis",
    "conditions",
)
"""What may be replaced; name, decision, dates and page say which record it is and stay."""

_REASON_AT_MOST = 250


@dataclass(frozen=True)
class Replacement:
    """An entry of ``overrides:``: the key of the fact, the value in its place as it stands, and why."""

    fact: str
    value: Node
    reason: str


def read_overrides(entry: Entry) -> tuple[Replacement, ...]:
    """Read the list; one that replaces nothing, or the same fact again, is a finding."""
    official = entry.node("official", optional=True)
    known = official.values if isinstance(official, Keys) else {}
    seen: set[str] = set()

    def read(item: Entry) -> Replacement | None:
        fact, value = item.one_of("fact", FACTS), item.node("value")
        reason = item.text("reason", at_most=_REASON_AT_MOST)
        if fact is None or value is None:
            return None
        if fact in seen:
            why, mend = "nobody could tell which one holds", "put them together"
            item.find_at("fact", f"{fact} is overridden twice", why, mend)
        elif fact in known and plain(known[fact]) == plain(value):
            why, mend = "the official fact is the same", "delete the override"
            item.find_at("value", f"the override of {fact} changes nothing", why, mend)
        seen.add(fact)
        return Replacement(fact, value, reason)

    return tuple(found for found in entry.entries("overrides", read, optional=True) if found)


def named(replacements: tuple[Replacement, ...]) -> tuple[Override, ...]:
    """Return fact and reason of each, as answers tell them."""
    return tuple(Override(replacement.fact, replacement.reason) for replacement in replacements)
