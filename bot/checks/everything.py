"""All checks together: of everything that maintainers write, and of what keeps the assistant from starting."""

from __future__ import annotations

from pathlib import Path

from bot.checks.data_files import check_data_files
from bot.checks.made_up import check_made_up
from bot.checks.phrases import check_phrases
from bot.checks.problems import check_problems
from bot.checks.responses import check_responses
from knowledge_base.findings import Finding


def check_everything(root: Path) -> list[Finding]:
    """Return every finding; only those in the files of words and tables if there are any, since all else reads them."""
    if unreadable := check_data_files(root):
        return unreadable
    from bot.checks.nlu import check_nlu
    from knowledge_base.check import check_knowledge

    return [*check_knowledge(), *check_nlu(root), *check_sayable(root)]


def check_sayable(root: Path) -> list[Finding]:
    """Return the mistakes with which the assistant could not speak, or not load its made-up dossiers."""
    return check_data_files(root) or [
        *check_phrases(root),
        *check_responses(root),
        *check_problems(root),
        *check_made_up(root),
    ]
