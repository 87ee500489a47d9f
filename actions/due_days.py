"""The day until which a dossier is due if it is taken in on a day that was said; nothing where that is not certain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from actions.figures import day
from actions.modes import mode_name, told_by
from actions.style import Style
from knowledge_base.procedure import FilingMode, Procedure
from office.working_days import working_days


def due_days(procedure: Procedure, taken_in: date, style: Style) -> str:
    """Return the last day of each way of filing, "" unless each has one whole number of days and no more words."""
    dues = [(mode, due) for mode in procedure.modes if (due := _due(mode, procedure, taken_in))]
    if not dues or len(dues) < len(procedure.modes) or taken_in < style.today:
        return ""
    lines = style.bullets(_lines(dues, style))
    return "\n".join(
        [style.say("times.due_from", day=day(taken_in)), lines, style.say("times.due_is_on_slip")]
    )


def _lines(dues: list[tuple[FilingMode, date]], style: Style) -> Iterator[str]:
    for mode, due in dues:
        yield style.say("times.due_line", mode=mode_name(mode, style), day=day(due))


def _due(mode: FilingMode, procedure: Procedure, taken_in: date) -> date | None:
    """Count from the day after; None where the record gives no bare whole number, or days off are not decreed yet."""
    time = mode.time
    if time.value is None or time.text or told_by(mode, procedure) or time.value != int(time.value):
        return None
    if time.unit == "working_day":
        due = working_days().after(taken_in, int(time.value))
    elif time.unit == "day":
        due = taken_in + timedelta(days=int(time.value))
    else:
        return None
    return None if working_days().is_provisional(due) else due
