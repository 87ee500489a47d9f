"""Check everything that maintainers write."""

from __future__ import annotations

from dataclasses import asdict

import typer

from bot.checks.everything import check_everything
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import give
from office.settings import ROOT


def check(as_json: bool) -> None:
    """Print every finding as ``file:line: what; why; how to mend it``; end with 1 if there is any."""
    findings = check_everything(ROOT)
    give(
        {"findings": [asdict(finding) for finding in findings]},
        as_json=as_json,
        plain="\n".join(map(str, findings)) or "No findings.",
    )
    if findings:
        raise typer.Exit(int(ExitCode.FINDINGS))
