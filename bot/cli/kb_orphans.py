"""Aliases and curated files whose procedure is not in force any more."""

from __future__ import annotations

from dataclasses import asdict

import typer

from bot.cli.exit_codes import ExitCode
from bot.cli.kb_reading import imported_catalogue
from bot.cli.speech import give
from knowledge_base.catalogue.orphans import orphans
from knowledge_base.knowledge import KNOWLEDGE_FOLDER


def list_orphans(as_json: bool) -> None:
    """Print file, code and reason, one a line; exit 1 when there are any."""
    found = list(orphans(imported_catalogue(), KNOWLEDGE_FOLDER))
    lines = [
        f"{item.file}: {item.code} {item.why}; likely successors: {', '.join(item.successors) or 'none known'}"
        for item in found
    ]
    lines.append(f"{len(found)} orphans")
    give({"orphans": [asdict(item) for item in found]}, as_json=as_json, plain="\n".join(lines))
    if found:
        raise typer.Exit(int(ExitCode.FINDINGS))
