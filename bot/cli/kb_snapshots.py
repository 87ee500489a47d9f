"""The commands of ``motcua kb`` about snapshots of the knowledge."""

from __future__ import annotations

from typing import Annotated

import typer

snapshot_commands = typer.Typer()

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Version = Annotated[str, typer.Argument(help="Of motcua kb snapshots, or: current.")]


@snapshot_commands.command()
def publish(
    accept_loss: Annotated[
        str,
        typer.Option(
            metavar="REASON", help="Go on though more than one in ten procedures would vanish, and why."
        ),
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Build a snapshot of our files and the imported catalogue, check it, and make it current."""
    from bot.cli import kb_publish as command

    command.publish(accept_loss, as_json)


@snapshot_commands.command()
def rollback(
    version: Annotated[str, typer.Argument(help="Of motcua kb snapshots; else the one before.")] = "",
    as_json: AsJson = False,
) -> None:
    """Go back to a snapshot that is kept; a running assistant follows by itself."""
    from bot.cli import kb_rollback as command

    command.rollback(version, as_json)


@snapshot_commands.command()
def snapshots(as_json: AsJson = False) -> None:
    """List the snapshots that are kept."""
    from bot.cli import kb_kept as command

    command.snapshots(as_json)


@snapshot_commands.command()
def diff(before: Version, after: Version, as_json: AsJson = False) -> None:
    """Show what differs between two snapshots: new, changed by field, gone."""
    from bot.cli import kb_diff as command

    command.diff(before, after, as_json)
