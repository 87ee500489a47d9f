"""Draft the file of a procedure from the official catalogue, or bring the facts of one up to date."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from knowledge_base.official.block import Record, official_block
from knowledge_base.official.facts_hash import facts_sha256
from knowledge_base.review_day import review_day
from knowledge_base.yaml_writer import quoted, to_yaml

_FACTS_BEGIN = re.compile(r"^official:", re.MULTILINE)


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
        "review_by": review_day(crawled),
    }
    return to_yaml(ours)
