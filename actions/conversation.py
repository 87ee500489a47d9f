"""The turn as an action meets it: what was said, and what the conversation remembers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rasa_sdk import Tracker

from actions.correction import corrected
from actions.earlier import SLOT, Earlier, read_earlier
from actions.filing import Filing
from actions.opening import opened
from actions.phrases import Phrases
from actions.residence import without_residence
from actions.sides import Sides, read_sides
from knowledge_base.search.query import Query, read_query
from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import folded_syllables

SLOTS = (
    "procedure", "facets", "choices", "choice_kind", "subject", "dossier_code", "proof_token",
    "proved_dossiers", "waiting_dossiers", "awaiting", "failures", "applicant", "filer",
    "privacy_asked", "earlier",
)  # fmt: skip
DOSSIER = "dossier"
COMMUNE = "commune"
DELEGATION = "delegation"
"""A question whether somebody else may file does not say that somebody will."""
_DIGIT = re.compile(r"\d")  # a code is read as it is written


def forgets(text: str, say: Phrases) -> bool:
    """Tell whether somebody says that something is forgotten or lost: "quên rồi", "mất phiếu rồi"."""
    return says(text, say.words("dossiers.forgotten_words"))


def says(text: str, wordings: Iterable[str]) -> bool:
    """Tell whether a text holds one of these folded wordings, word by word."""
    said = f" {' '.join(folded_syllables(text))} "
    return any(f" {wording} " in said for wording in wordings)


def goes_back(text: str, say: Phrases) -> bool:
    """Tell whether a text goes back, and says nothing else but which side of it is asked for."""
    said = f" {' '.join(folded_syllables(text))} "
    back = next((wording for wording in say.words("talk.back") if f" {wording} " in said), None)
    if back is None:
        return False
    around = say.words("talk.around_back")
    rest = " ".join(word for word in said.replace(f" {back} ", " ").split() if word not in around)
    return not read_query(rest).content


@dataclass(frozen=True)
class Heard:
    """One message beside what came before it.

    ``text`` is without its opening ("à nhầm, …"), the wish for a list to print and, after a procedure, without
    where somebody lives;
    ``is_denial``: the opening turned down what was offered. ``is_correction``: ``text`` is what is meant instead.
    ``goes_back``: it goes back to what was talked about before, ``earlier`` holds it, the latest last. ``returns``: it
    begins so and names what it goes back to.
    ``ranking``: the likeliest intents with their chances.
    ``is_about_dossier``: a dossier was spoken of last. ``names_dossier``: the message holds a dossier's code.
    ``has_lost_slip``: it says that the slip or its code is gone. ``has_forgotten``: so is what was asked for, a code
    or a proof.
    ``communes``: the codes of those among which was asked last.
    ``filing``: what it says of who applies and who files; ``filing_before``: what was said of it before.
    ``day``: the only day that it names.
    """

    text: str
    query: Query
    sides: Sides
    intent: str
    confidence: float = 1.0
    ranking: Mapping[str, float] = field(default_factory=dict)
    is_denial: bool = False
    is_correction: bool = False
    goes_back: bool = False
    returns: bool = False
    earlier: tuple[Earlier, ...] = ()
    names_dossier: bool = False
    chosen_code: str | None = None
    chosen_facet: str | None = None
    procedure: str | None = None
    facets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    choice_kind: str | None = None
    communes: tuple[str, ...] = ()
    is_about_dossier: bool = False
    has_lost_slip: bool = False
    has_forgotten: bool = False
    failures: int = 0
    filing: Filing = field(default_factory=Filing)
    filing_before: Filing = field(default_factory=Filing)
    day: date | None = None

    @classmethod
    def of(cls, tracker: Tracker, say: Phrases) -> Heard:
        """Read the latest message and the slots."""
        said = canonical(tracker.latest_message.get("text") or "")
        opening = opened(said, say)
        is_follow_up = tracker.get_slot("procedure") is not None
        meant = corrected(opening.rest, say) if is_follow_up or tracker.get_slot("choices") else None
        rest = meant or opening.rest
        text = without_residence(rest, say) if is_follow_up else rest
        sides = read_sides(text, say)
        text = text if sides.unlisted is None or _DIGIT.search(text) else sides.unlisted
        intent = tracker.latest_message.get("intent") or {}
        choices, kind = tuple(tracker.get_slot("choices") or ()), tracker.get_slot("choice_kind")
        is_of_communes = kind == COMMUNE
        return cls(
            text=text,
            query=read_query(text),
            sides=sides,
            intent=intent.get("name") or "",
            confidence=intent.get("confidence", 0.0),
            is_denial=opening.is_denial and meant is None,
            is_correction=meant is not None,
            goes_back=goes_back(said, say),
            returns=any(
                " ".join(folded_syllables(said)).startswith(f"{back} ") for back in say.words("talk.back")
            ),
            earlier=read_earlier(tracker.get_slot(SLOT)),
            ranking={
                likely["name"]: likely["confidence"]
                for likely in tracker.latest_message.get("intent_ranking") or ()
                if likely["name"]
            },
            names_dossier=next(tracker.get_latest_entity_values("dossier_code"), None) is not None,
            chosen_code=next(tracker.get_latest_entity_values("choice"), None),
            chosen_facet=next(tracker.get_latest_entity_values("facet"), None),
            procedure=tracker.get_slot("procedure"),
            facets=tuple(tracker.get_slot("facets") or ()),
            choices=() if is_of_communes else choices,
            choice_kind=None if is_of_communes else kind,
            communes=choices if is_of_communes else (),
            is_about_dossier=tracker.get_slot("subject") == DOSSIER,
            has_lost_slip=says(opening.rest, say.words("dossiers.slip_words")),
            has_forgotten=bool(tracker.get_slot("awaiting")) and forgets(opening.rest, say),
            failures=int(tracker.get_slot("failures") or 0),
            filing=Filing() if sides.unsaid == DELEGATION else Filing.said(tracker),
            filing_before=Filing.remembered(tracker),
            day=_only_day(tracker),
        )

    def filing_of(self, *, goes_on: bool) -> Filing:
        """Return who applies and files as said now, and before where it goes on about the same procedure."""
        return self.filing.over(self.filing_before) if goes_on else self.filing


def _only_day(tracker: Tracker) -> date | None:
    """Return the day of the message; None where it names none, several, or a longer time such as a month."""
    named = list(tracker.get_latest_entity_values("date"))
    is_day = len(named) == 1 and len(named[0]) == len("2026-11-25")
    return date.fromisoformat(named[0]) if is_day else None
