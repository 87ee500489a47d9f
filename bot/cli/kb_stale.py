"""The curated files to be looked at again."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import typer

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_reading import imported_catalogue
from bot.cli.speech import give
from knowledge_base.catalogue.curated import stale_files
from knowledge_base.knowledge import KNOWLEDGE_FOLDER


def stale(as_json: bool) -> None:
    """Print file and reason, one a line; exit 1 when there are any."""
    found = list(stale_files(imported_catalogue(), KNOWLEDGE_FOLDER / "procedures", date.today()))
    lines = [f"{item.file}: {item.why}" for item in found]
    lines.append(f"{len(found)} reasons to look at a curated file again")
    give({"stale": [asdict(item) for item in found]}, as_json=as_json, plain="\n".join(lines))
    if found:
        raise typer.Exit(int(ExitCode.FINDINGS))
