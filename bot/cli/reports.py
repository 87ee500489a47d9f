"""The commands of ``motcua reports``: what citizens report as wrong, until there is a console."""

from __future__ import annotations

import getpass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

import typer

report_commands = typer.Typer(help="Facts that citizens report as wrong.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Number = Annotated[int, typer.Argument(min=1, help="Of motcua reports list.")]
By = Annotated[
    str, typer.Option("--by", help="Who settles it; else who is logged in.", default_factory=getpass.getuser)
]
Reason = Annotated[str, typer.Option("--reason", help="What the source says; required.")]


class State(StrEnum):
    """Where a report stands."""

    NEW = "new"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@report_commands.command(name="list")
def listed(
    state: Annotated[State, typer.Option(help="Which ones.")] = State.NEW, as_json: AsJson = False
) -> None:
    """List reports, the oldest first; those that nobody has settled unless asked otherwise."""
    from bot.cli.desk_calls import call
    from bot.cli.speech import give

    found = call("GET", f"/reports?state={state}")
    give({"reports": found}, as_json=as_json, plain="\n".join(map(_line, found)) or f"no {state} reports")


@report_commands.command()
def show(number: Number, as_json: AsJson = False) -> None:
    """Show a report with the answer as it was said, its source, and the versions that made it."""
    from bot.cli.desk_calls import call
    from bot.cli.speech import give

    found = call("GET", f"/reports/{number}")
    lines = (f"{name}: {_shown(value)}" for name, value in found.items() if value not in (None, []))
    give(found, as_json=as_json, plain="\n".join(lines))


@report_commands.command()
def accept(number: Number, reason: Reason, by: By, as_json: AsJson = False) -> None:
    """Settle a report: the source says otherwise than the answer did."""
    _settle(number, State.ACCEPTED, reason, by, as_json)


@report_commands.command()
def reject(number: Number, reason: Reason, by: By, as_json: AsJson = False) -> None:
    """Settle a report: the answer was as the source says."""
    _settle(number, State.REJECTED, reason, by, as_json)


def _settle(number: int, state: State, reason: str, by: str, as_json: bool) -> None:
    from bot.cli.desk_calls import call
    from bot.cli.speech import give

    call("POST", f"/reports/{number}/settle", {"state": state.value, "reason": reason, "by": by})
    give({"report": number, "state": state}, as_json=as_json, plain=f"report {number}: {state}")


def _line(one: dict[str, Any]) -> str:
    from office.working_days import VIET_NAM

    hour = datetime.fromisoformat(one["reported_at"]).astimezone(VIET_NAM)
    sides = ",".join(one["facets"]) or "-"
    return (
        f"{one['id']}  {hour:%d/%m/%Y %H}h  {one['procedure']}  {sides}  {one['comment'] or '(no comment)'}"
    )


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
