"""Check what the engine is trained on: ``python -m bot.check.nlu_data`` prints a line a mistake."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.check.domain import check_domain
from bot.check.intents import check_intents
from knowledge_base.findings import Finding
from office.settings import ROOT


def check_nlu_data(root: Path = ROOT) -> list[Finding]:
    """Return all mistakes in intents, held-out twins, rules, domain and responses, by file and line."""
    return sorted({*check_intents(root), *check_domain(root)})


def main() -> int:
    """Print the findings; 0 when there are none, else 1."""
    findings = check_nlu_data()
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
