"""Check the knowledge folder: ``python -m knowledge_base.check [FOLDER]`` prints a line a mistake."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from knowledge_base.findings import Finding
from knowledge_base.knowledge import KNOWLEDGE_FOLDER, Knowledge, read_knowledge


def check_knowledge(folder: Path = KNOWLEDGE_FOLDER, *, today: date | None = None) -> list[Finding]:
    """Return all findings: mistakes, which keep a snapshot from being built, and reviews that are due."""
    knowledge = read_knowledge(folder)
    return sorted([*knowledge.findings, *_due_reviews(knowledge, today or date.today())])


def _due_reviews(knowledge: Knowledge, today: date) -> Iterator[Finding]:
    for file in knowledge.files:
        if file.procedure and file.procedure.review_by < today:
            yield Finding(
                file.file,
                file.lines["review_by"],
                f"the review was due on {file.procedure.review_by}",
                "the law may have changed since",
                "compare it with its page on the portal, then move review_by",
            )


def main(arguments: list[str]) -> int:
    """Print the findings; 0 when there are none, else 1."""
    findings = check_knowledge(Path(arguments[0]) if arguments else KNOWLEDGE_FOLDER)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
