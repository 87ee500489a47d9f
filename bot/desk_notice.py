"""What a citizen who waits for a person is told: whether officers are there, how many wait before, what goes on."""

from __future__ import annotations

from datetime import datetime

from bot.handover import Wait
from office.desk_hours import DeskHours
from office.wording import wording

_SEPARATOR = "\n"


def desk_notice(hours: DeskHours, now: datetime, wait: Wait) -> str:
    """Return the lines under the first sentence."""
    return _SEPARATOR.join([_desk(hours, now), _wait(wait), wording("utter_wait_meanwhile")])


def _desk(hours: DeskHours, now: datetime) -> str:
    if not hours.is_known:
        return wording("utter_desk_hours_unknown")
    if hours.is_open(now):
        return wording("utter_desk_open", **{"hours": hours.written})
    opens = hours.next_opening(now)
    known = {"hours": hours.written, "time": f"{opens:%H:%M}", "day": f"{opens:%d/%m/%Y}"}
    is_today = opens.date() == now.astimezone(opens.tzinfo).date()
    return wording("utter_desk_opens_today" if is_today else "utter_desk_opens_later", **known)


def _wait(wait: Wait) -> str:
    if not wait.before:
        return wording("utter_wait_first")
    if wait.minutes is None:
        return wording("utter_wait_unknown", **{"count": wait.before})
    return wording("utter_wait_known", **{"count": wait.before, "minutes": wait.minutes})
