"""How right the assistant's parts are, measured on questions that nobody answered for them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

evaluate_commands = typer.Typer(help="Measure how right the assistant is.", no_args_is_help=True)


@evaluate_commands.callback()
def _group() -> None:
    """Keep ``knowledge`` a command of its own while it is the only one."""


@evaluate_commands.command()
def knowledge(
    files: Annotated[
        list[Path] | None, typer.Argument(help="JSON lines with code, register and question; else our own.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    fit: Annotated[
        bool, typer.Option("--fit", help="Print the ranking's weights, fitted to these questions, instead.")
    ] = False,
) -> None:
    """Print how often the search of the published snapshot puts the right procedure first, by file and register."""
    from bot.cli import evaluate_knowledge as command

    command.evaluate(files or [], as_json=as_json, fit=fit)
