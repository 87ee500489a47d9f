"""Check what the engine is trained on."""

from __future__ import annotations

from pathlib import Path

from bot.checks.domain import check_domain
from bot.checks.intents import check_intents, check_readable_intents
from bot.checks.pipeline import check_pipeline
from knowledge_base.findings import Finding


def check_nlu(root: Path) -> list[Finding]:
    """Return all mistakes in intents, held-out twins, rules, domain and pipeline, by file and line."""
    return sorted({*check_intents(root), *check_domain(root), *check_pipeline(root)})


def check_trainable(root: Path) -> list[Finding]:
    """Return the mistakes with which no model can be trained, or one that leaves out what was written."""
    return sorted({*check_readable_intents(root), *check_domain(root), *check_pipeline(root)})
