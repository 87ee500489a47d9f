"""When officers answer citizens, and how long what is left with the office is kept; part of the settings."""

from __future__ import annotations

from pydantic import Field, field_validator

from office.desk_hours import DeskHours
from office.limits import Limits


class DeskSettings(Limits):
    """What an office says of its desk, each through MOTCUA_<NAME>."""

    desk_hours: str = Field(
        default="08:00-11:30,13:30-17:00",
        description="Hours of working days in which officers answer here; `none` where that is not known. The "
        "default is the common reception hours of one-stop desks, so an office sets its own before going live.",
    )
    handover_minutes: float = Field(
        default=0.0,
        ge=0,
        description="Minutes that an officer takes for one citizen, for telling how long to wait; 0 tells nothing "
        "until at least five have been measured, which then count alone.",
    )
    handover_time_days: float = Field(
        default=90.0,
        gt=0,
        description="How long is kept how long officers took; nothing in it leads to a citizen or an officer.",
    )
    reports_a_minute: int = Field(
        default=20,
        gt=0,
        description="Reports of a wrong fact that one address may send in a minute; a desk shares one address.",
    )
    report_days: float = Field(
        default=365.0,
        gt=0,
        description="How long a report of a wrong fact is kept, settled or not: a year covers one revision of the "
        "catalogue; nothing in it leads to who sent it.",
    )

    @field_validator("desk_hours")
    @classmethod
    def _can_be_read(cls, value: str) -> str:
        DeskHours.read(value)
        return value
