"""Check what maintainers write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import typer

from bot.checks.everything import check_everything
from bot.cli.exit_codes import ExitCode
from bot.cli.speech import give
from knowledge_base.check import check_knowledge
from knowledge_base.findings import Finding
from office.settings import ROOT


def check(as_json: bool) -> None:
    """Print every finding as ``file:line: what; why; how to mend it``; end with 1 if there is any."""
    _tell(check_everything(ROOT), as_json)


def check_knowledge_alone(as_json: bool) -> None:
    """Do the same for the knowledge base: mistakes, which keep it from being published, and reviews that are due."""
    _tell(check_knowledge(), as_json)


def _tell(findings: Sequence[Finding], as_json: bool) -> None:
    give(
        {"findings": [asdict(finding) for finding in findings]},
        as_json=as_json,
        plain="\n".join(map(str, findings)) or "No findings.",
    )
    if findings:
        raise typer.Exit(int(ExitCode.FINDINGS))
