"""Check what the engine is trained on."""

from __future__ import annotations

from pathlib import Path

from bot.checks.domain import check_domain
from bot.checks.intents import check_intents
from knowledge_base.findings import Finding


def check_nlu(root: Path) -> list[Finding]:
    """Return all mistakes in intents, held-out twins, rules and domain, by file and line."""
    return sorted({*check_intents(root), *check_domain(root)})
