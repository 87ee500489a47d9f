"""The commands of ``motcua handovers``: until there is a console, officers answer from here."""

from __future__ import annotations

import getpass
from typing import Annotated, Any

import typer

handover_commands = typer.Typer(help="Citizens who wait for a person.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Number = Annotated[int, typer.Argument(min=1, help="Of motcua handovers list.")]
By = Annotated[
    str,
    typer.Option("--by", help="The officer's name; else who is logged in.", default_factory=getpass.getuser),
]


@handover_commands.command(name="list")
def listed(as_json: AsJson = False) -> None:
    """List who waits and who is being answered, the oldest first, with what an officer should know."""
    from bot.cli.desk_calls import call
    from bot.cli.speech import give

    found = call("GET", "/handovers")
    give({"handovers": found}, as_json=as_json, plain="\n\n".join(map(_plain, found)) or "nobody waits")


@handover_commands.command()
def claim(number: Number, by: By, as_json: AsJson = False) -> None:
    """Take a conversation over; the assistant is silent in it from then on."""
    _do(number, "claim", {"officer": by}, as_json)


@handover_commands.command()
def say(number: Number, text: str, by: By, as_json: AsJson = False) -> None:
    """Tell the citizen something, as the officer who took the conversation over."""
    _do(number, "say", {"officer": by, "text": text}, as_json)


@handover_commands.command(name="return")
def give_back(number: Number, by: By, as_json: AsJson = False) -> None:
    """End it: the assistant answers again and says so."""
    _do(number, "return", {"officer": by}, as_json)


def _do(number: int, deed: str, body: dict[str, str], as_json: bool) -> None:
    from bot.cli.desk_calls import call
    from bot.cli.speech import give

    call("POST", f"/handovers/{number}/{deed}", body)
    give({"handover": number, "done": deed}, as_json=as_json, plain=f"handover {number}: {deed} done")


def _plain(one: dict[str, Any]) -> str:
    summary = one["summary"] or {}
    minutes = one["age_seconds"] // 60
    who = f"with {one['claimed_by']}" if one["claimed_by"] else "waiting"
    head = f"{one['id']}  {who}, for {minutes} min, {one['channel']}, {one['reason']}"
    lines = [*summary.get("lines", ()), summary.get("words", ""), ", ".join(summary.get("outcomes", ()))]
    return "\n".join([head, *(f"    {line}" for line in lines if line)])
