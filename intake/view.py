"""A dossier as it is shown to who has proved a right to it: codes, numbers and days; no name, no officer."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field

from intake.dossier import Dossier, Move
from intake.status import Clock, Status, labels
from office.working_days import working_days


class DossierView(BaseModel):
    """The answer to a look-up."""

    code: str
    status: int = Field(ge=1, le=10, description="Official number of the status.")
    status_label: str = Field(description="Official label, word for word.")
    clock: Clock
    procedure: str = Field(description="Code of the procedure, or its title where no code is known.")
    received_on: date
    due_on: date | None
    due_is_provisional: bool = Field(
        description="The due day lies in a year whose days off are not all decreed yet."
    )
    working_days_left: int | None = Field(
        description="Until the due day, negative when late; while paused, those left when it stopped."
    )
    paused_on: date | None
    finished_on: date | None
    on_time: bool | None = Field(description="Whether the result was ready by the due day.")
    supplement: str | None = Field(description="What the citizen is asked to bring.")
    supplement_due_on: date | None
    where: str | None = Field(description="Where the dossier is handled.")


def view(dossier: Dossier, today: date) -> DossierView:
    """Return what may be shown of a dossier today."""
    last = dossier.moves[-1]
    asked = _supplement(last)
    return DossierView(
        code=str(dossier.code),
        status=dossier.status,
        status_label=labels()[dossier.status],
        clock=dossier.clock,
        procedure=dossier.procedure,
        received_on=dossier.received_on,
        due_on=dossier.due_on,
        due_is_provisional=dossier.due_on is not None and working_days().is_provisional(dossier.due_on),
        working_days_left=dossier.working_days_left(today),
        paused_on=last.day if dossier.clock is Clock.PAUSED else None,
        finished_on=dossier.finished_on,
        on_time=dossier.is_on_time(),
        supplement=asked.reason or None if asked else None,
        supplement_due_on=asked.answer_by if asked else None,
        where=dossier.place or None,
    )


def _supplement(move: Move) -> Move | None:
    return move if move.status is Status.SUPPLEMENT_ASKED else None
