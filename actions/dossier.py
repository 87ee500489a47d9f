"""A dossier (hồ sơ) as a citizen may hear about it: no name, no address, no officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from office.dossier_code import DossierCode


class Status(IntEnum):
    """The official statuses in which an answer differs."""

    NEW = 1
    NOT_ACCEPTED = 3
    SUPPLEMENT_ASKED = 5
    PAYMENT_ASKED = 6
    STOPPED = 8
    DONE = 9
    HANDED_OVER = 10


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

    @property
    def is_late(self) -> bool:
        """Whether it is still being worked on after the day it was due."""
        return (
            self.clock is Clock.RUNNING and self.working_days_left is not None and self.working_days_left < 0
        )

    @property
    def is_accepted(self) -> bool:
        """Whether the one-stop desk took it in."""
        return self.status not in (Status.NEW, Status.NOT_ACCEPTED)
