"""A dossier (hồ sơ): what never changes about it, and its moves, from which everything else follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from intake.errors import IllegalMove
from intake.status import CLOCKS, LEGAL_MOVES, Clock, Status
from office.dossier_code import DossierCode
from office.working_days import VIET_NAM, working_days


class ApplicantKind(StrEnum):
    """Who filed; it decides what may serve as proof."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"


@dataclass(frozen=True)
class Move:
    """One step of a dossier's life; never changed once it is written.

    ``due_on`` is the appointment that this move sets, ``answer_by`` the last day for what is asked of the
    citizen, ``reason`` what the citizen is told about it.
    """

    status: Status
    moved_at: datetime
    officer: str
    reason: str = ""
    due_on: date | None = None
    answer_by: date | None = None

    @property
    def day(self) -> date:
        """The day of the move in Viet Nam."""
        return self.moved_at.astimezone(VIET_NAM).date()


@dataclass(frozen=True)
class Dossier:
    """A dossier with at least one move, oldest first."""

    code: DossierCode
    procedure: str
    applicant_kind: ApplicantKind
    received_on: date
    moves: tuple[Move, ...]
    place: str = ""

    @property
    def version(self) -> int:
        """The number of the last move; whoever adds one says which version they have seen."""
        return len(self.moves)

    @property
    def status(self) -> Status:
        """Where it stands."""
        return self.moves[-1].status

    @property
    def clock(self) -> Clock:
        """Whether the time allowed is running."""
        return CLOCKS[self.status]

    @property
    def due_on(self) -> date | None:
        """The appointment set last."""
        return next((move.due_on for move in reversed(self.moves) if move.due_on), None)

    @property
    def finished_on(self) -> date | None:
        """The day on which the clock ended: the result was ready, or nothing will come of it."""
        return next((move.day for move in self.moves if CLOCKS[move.status] is Clock.ENDED), None)

    def working_days_left(self, today: date) -> int | None:
        """Return the days left until the appointment, negative when late, None when nothing is to be counted.

        While the clock is paused, the days that were left when it stopped.
        """
        if self.due_on is None or self.clock in (Clock.NOT_STARTED, Clock.ENDED):
            return None
        counted_on = self.moves[-1].day if self.clock is Clock.PAUSED else today
        return working_days().left(self.due_on, counted_on)

    def is_on_time(self) -> bool | None:
        """Tell whether the result was ready by the appointment; None without result or appointment."""
        is_ready = self.status in (Status.DONE, Status.HANDED_OVER)
        if not is_ready or self.due_on is None or self.finished_on is None:
            return None
        return self.finished_on <= working_days().this_or_next(self.due_on)

    def after(self, move: Move) -> Dossier:
        """Return the dossier after one more move; raise IllegalMove."""
        check(self.status, move.status)
        return replace(self, moves=(*self.moves, move))


def check(present: Status | None, following: Status) -> None:
    """Raise IllegalMove unless the one status may follow the other."""
    if following not in LEGAL_MOVES[present]:
        raise IllegalMove(f"{following} does not follow {present}")
