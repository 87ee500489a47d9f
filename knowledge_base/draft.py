"""Draft the file of a procedure from the official catalogue, or bring the facts of one up to date.

``python -m knowledge_base.draft 1.012753`` prints a draft, ``--out FILE`` writes it; ``--update FILE``
refreshes the facts of a file and keeps every word of ours.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from knowledge_base.official.block import Record, official_block
from knowledge_base.official.catalogue import CatalogueError, find_record
from knowledge_base.official.facts_hash import facts_sha256
from knowledge_base.yaml_writer import quoted, to_yaml

CATALOGUE = Path("../shared/data/catalogue/procedures.jsonl.gz")

_FACTS_BEGIN = re.compile(r"^official:", re.MULTILINE)
_REVIEW_AFTER_MONTHS = 6


def draft(record: Record) -> str:
    """Return a new file: the words that are ours left empty, the official facts filled in."""
    return _unwritten(record) + facts(record)


def updated(text: str, record: Record) -> str:
    """Return the file's text with its facts replaced; everything above ``official:`` stays as it is."""
    begin = _FACTS_BEGIN.search(text)
    ours = text[: begin.start()] if begin else text.rstrip("\n") + "\n"
    return ours + facts(record)


def facts(record: Record) -> str:
    """Return the ``official:`` block and its hash, as they end a file."""
    block = official_block(record)
    return to_yaml({"official": block}) + to_yaml({"facts_sha256": quoted(facts_sha256(block))})


def _unwritten(record: Record) -> str:
    crawled = date.fromisoformat(record["source"]["crawled"])
    step: dict[str, Any] = {"text": "", "source": ""}
    ours = {
        "code": quoted(record["code"]),
        "short_name": "",
        "distinction": "",
        "siblings": [],
        "summary": "",
        "steps": [step],
        "notes": [],
        "review_by": _months_later(crawled, _REVIEW_AFTER_MONTHS),
    }
    return to_yaml(ours)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))


def main(arguments: list[str] | None = None) -> int:
    """Write the draft where it was asked for; 0 when done, 1 with a reason on stderr."""
    asked = _parser().parse_args(arguments)
    try:
        record = find_record(asked.catalogue, asked.code)
        if asked.update:
            asked.update.write_text(updated(asked.update.read_text("utf-8"), record), "utf-8")
        elif asked.out:
            _write_new(asked.out, draft(record))
        else:
            sys.stdout.write(draft(record))
    except (CatalogueError, OSError, UnicodeDecodeError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise FileExistsError(
            f"{path}: there is one already; refresh its facts with --update {path}"
        ) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="knowledge_base.draft", description=__doc__)
    parser.add_argument("code", help="such as 1.012753")
    parser.add_argument("--catalogue", type=Path, default=CATALOGUE, help="procedures.jsonl.gz")
    target = parser.add_mutually_exclusive_group()
    target.add_argument("--out", type=Path, help="write the draft here instead of printing it")
    target.add_argument("--update", type=Path, help="refresh the facts of this file")
    return parser


if __name__ == "__main__":
    sys.exit(main())
