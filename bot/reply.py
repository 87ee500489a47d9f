"""What a citizen is told, and how it is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.privacy.wish import Wish
from office.outcome import Outcome


@dataclass(frozen=True)
class Button:
    """A choice with its title. ``payload`` is for the engine and never leaves the server."""

    title: str
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class Citation:
    """Where a fact comes from: the procedure's record."""

    code: str
    decision: str
    updated: str
    url: str


@dataclass(frozen=True)
class Understanding:
    """What the engine made of the message, and from which snapshot of the knowledge it was answered."""

    intent: str | None = None
    confidence: float | None = None
    facets: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    snapshot: str | None = None


@dataclass(frozen=True)
class Deed:
    """What the gateway is to do beside saying the reply: hand over, drop that, or note a report.

    ``reason`` and ``summary`` belong to a handover.
    """

    name: str
    reason: str = "wish"
    summary: tuple[str, ...] = ()


HAND_OVER, DROP_HANDOVER, REPORT = "handover", "drop_handover", "report"


@dataclass(frozen=True)
class Reply:
    """One answer. ``parts`` holds the outcome of each part when there are several.

    ``checklists`` are addresses, within this site, of lists of papers to print. ``wish`` is what the gateway
    itself does before anything is said; what it has done comes before the text.
    """

    text: str
    outcome: Outcome
    parts: tuple[Outcome, ...] = ()
    buttons: tuple[Button, ...] = ()
    citations: tuple[Citation, ...] = ()
    checklists: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    understanding: Understanding = Understanding()
    wish: Wish | None = None
