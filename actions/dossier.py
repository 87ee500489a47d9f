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
    """Where a dossier stands; ``working_days_left`` is negative once it is late."""

    code: DossierCode
    status: int
    clock: Clock
    procedure: str = ""
    received_on: date | None = None
    due_on: date | None = None
    finished_on: date | None = None
    working_days_left: int | None = None
    supplement: str = ""
    where: str = ""
