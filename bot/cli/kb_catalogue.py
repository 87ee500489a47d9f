"""The commands of ``motcua kb`` about the imported national catalogue."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

catalogue_commands = typer.Typer()

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Code = Annotated[str, typer.Argument(help="Such as 1.012753.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")]
AcceptLoss = Annotated[
    str,
    typer.Option(
        metavar="REASON", help="Go on though more than one in ten procedures would be withdrawn, and why."
    ),
]
Day = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day the files were fetched; else the day of each file."),
]


@catalogue_commands.command(name="import")
def import_files(
    paths: Annotated[
        list[Path], typer.Argument(help="Files, folders, archives: JSON, PDF, XLSX, Word, .tar.gz.")
    ],
    add: Annotated[
        bool, typer.Option("--add", help="These are only some records; withdraw nothing for them.")
    ] = False,
    dry_run: DryRun = False,
    accept_loss: AcceptLoss = "",
    fetched_on: Day = None,
    as_json: AsJson = False,
) -> None:
    """Import the official catalogue from its files; what they lack is marked as withdrawn."""
    from bot.cli import kb_import as command

    day = fetched_on.date() if fetched_on else None
    command.import_files(
        paths, whole=not add, dry_run=dry_run, accept_loss=accept_loss, day=day, as_json=as_json
    )


@catalogue_commands.command()
def sync(dry_run: DryRun = False, accept_loss: AcceptLoss = "", as_json: AsJson = False) -> None:
    """Fetch the catalogue from the National Public Service Portal; goes on where a sync broke off."""
    from bot.cli import kb_sync as command

    command.sync(dry_run=dry_run, accept_loss=accept_loss, as_json=as_json)


@catalogue_commands.command()
def changes(as_json: AsJson = False) -> None:
    """Show what the last import changed: new, changed by fact, withdrawn."""
    from bot.cli import kb_changes as command

    command.changes(as_json)


@catalogue_commands.command()
def show(code: Code, as_json: AsJson = False) -> None:
    """Show what the imported catalogue has on one procedure."""
    from bot.cli import kb_show as command

    command.show(code, as_json)


@catalogue_commands.command()
def draft(
    code: Code,
    catalogue: Annotated[
        Path | None, typer.Option(help="A procedures.jsonl.gz instead of the imported catalogue.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the draft here instead of printing it.")] = None,
    update: Annotated[Path | None, typer.Option(help="Renew the facts of this file of ours.")] = None,
    as_json: AsJson = False,
) -> None:
    """Draft a procedure's file from its record, or renew the facts of one and keep every word of ours."""
    from bot.cli import kb_draft as command

    command.draft_file(code, catalogue, out, update, as_json)


@catalogue_commands.command()
def stale(as_json: AsJson = False) -> None:
    """List the curated files to be looked at again: facts that changed, withdrawn, day of review past."""
    from bot.cli import kb_stale as command

    command.stale(as_json)


@catalogue_commands.command()
def orphans(as_json: AsJson = False) -> None:
    """List aliases and curated files whose procedure is not in force any more."""
    from bot.cli import kb_orphans as command

    command.list_orphans(as_json)
