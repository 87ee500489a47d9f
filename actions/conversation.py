"""The turn as an action meets it: what was said, and what the conversation remembers."""

from __future__ import annotations

from dataclasses import dataclass

from rasa_sdk import Tracker

from knowledge_base.search.query import Query, read_query
from knowledge_base.vietnamese.canonical import canonical

SLOTS = (
    "procedure", "facets", "choices", "choice_kind", "dossier_code", "proof_token", "awaiting", "failures",
)  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """One message about procedures, beside what came before it."""

    text: str
    query: Query
    intent: str
    chosen_code: str | None = None
    chosen_facet: str | None = None
    procedure: str | None = None
    facets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    choice_kind: str | None = None
    failures: int = 0

    @classmethod
    def of(cls, tracker: Tracker) -> Heard:
        """Read the latest message and the slots."""
        text = canonical(tracker.latest_message.get("text") or "")
        return cls(
            text=text,
            query=read_query(text),
            intent=(tracker.latest_message.get("intent") or {}).get("name") or "",
            chosen_code=next(tracker.get_latest_entity_values("choice"), None),
            chosen_facet=next(tracker.get_latest_entity_values("facet"), None),
            procedure=tracker.get_slot("procedure"),
            facets=tuple(tracker.get_slot("facets") or ()),
            choices=tuple(tracker.get_slot("choices") or ()),
            choice_kind=tracker.get_slot("choice_kind"),
            failures=int(tracker.get_slot("failures") or 0),
        )
