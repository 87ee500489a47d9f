"""A dossier (hồ sơ) as a citizen may hear about it: no name, no address, no officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from office.dossier_code import DossierCode


class Clock(StrEnum):
    """Whether the time that the law allows is running."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True)
class Dossier:
    """Where a dossier stands.

    ``working_days_left`` is negative once it is late, and stands still while the clock is paused; it is
    provisional while not all days off of the due year are decreed.
    """

    code: DossierCode
    status: int
    clock: Clock
    procedure: str = ""
    received_on: date | None = None
    due_on: date | None = None
    finished_on: date | None = None
    working_days_left: int | None = None
    is_due_provisional: bool = False
    is_on_time: bool | None = None
    supplement: str = ""
    supplement_due_on: date | None = None
    where: str = ""
