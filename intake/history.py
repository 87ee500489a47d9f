"""The shortest legal way to a status, with plausible days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import count

from intake.dossier import Move
from intake.status import CLOCKS, LEGAL_MOVES, Clock, Status
from office.working_days import VIET_NAM, working_days

OFFICER = "made-up"
_OPENS_AT = time(8)


@lru_cache
def shortest_history(target: Status) -> tuple[Status, ...]:
    """Return the shortest legal sequence of statuses that ends in the target; of equal ones the usual."""
    reached: dict[Status | None, tuple[Status, ...]] = {None: ()}
    frontier: list[Status | None] = [None]
    for present in frontier:
        for following in LEGAL_MOVES[present]:
            if following not in reached:
                reached[following] = (*reached[present], following)
                frontier.append(following)
    return reached[target]


@dataclass(frozen=True)
class Wanted:
    """What is known of a history that is to be made up."""

    status: Status
    received_on: date
    due_on: date | None = None
    reason: str = ""
    asked_on: date | None = None
    answer_by: date | None = None
    finished_on: date | None = None


def made_up_moves(wanted: Wanted, today: date) -> tuple[Move, ...]:
    """Return the moves of the shortest history, one working day apart from the day of receipt.

    None lies after today, unless the receipt does. A result is ready on the day given, else on the due day.
    The appointment is set with the first move, the reason given with the last.
    """
    statuses = shortest_history(wanted.status)
    moves: list[Move] = []
    for number, status in zip(count(1), statuses):
        before = moves[-1].day if moves else None
        is_last = number == len(statuses)
        moves.append(
            Move(
                status,
                moved_at=_opening(_day(status, before, wanted, today), minutes=number),
                officer=OFFICER,
                reason=wanted.reason if is_last else "",
                due_on=None if moves else wanted.due_on,
                answer_by=wanted.answer_by if is_last else None,
            )
        )
    return tuple(moves)


def _day(status: Status, before: date | None, wanted: Wanted, today: date) -> date:
    """Return the day given for this status if there is one, else a usual one."""
    if before is None:
        return wanted.received_on
    given = _given(status, wanted)
    if given:
        return max(before, given)
    usual = working_days().after(before, 1)
    if status is Status.DONE and wanted.due_on:
        usual = wanted.due_on
    return max(before, min(usual, today))


def _given(status: Status, wanted: Wanted) -> date | None:
    if CLOCKS[status] is Clock.ENDED:
        return None if status is Status.HANDED_OVER else wanted.finished_on
    return wanted.asked_on if status is wanted.status else None


def _opening(day: date, minutes: int) -> datetime:
    return datetime.combine(day, _OPENS_AT, VIET_NAM) + timedelta(minutes=minutes)
