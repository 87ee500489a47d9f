"""Check everything that maintainers write."""

from __future__ import annotations

from dataclasses import asdict

import typer

from bot.checks.nlu import check_nlu
from bot.checks.responses import check_responses
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import give
from knowledge_base.check import check_knowledge
from office.settings import ROOT


def check(as_json: bool) -> None:
    """Print every finding as ``file:line: what; why; how to mend``; end with 1 if there is any."""
    findings = [*check_knowledge(), *check_nlu(ROOT), *check_responses(ROOT)]
    give(
        {"findings": [asdict(finding) for finding in findings]},
        as_json=as_json,
        plain="\n".join(map(str, findings)) or "No findings.",
    )
    if findings:
        raise typer.Exit(int(ExitCode.FINDINGS))
