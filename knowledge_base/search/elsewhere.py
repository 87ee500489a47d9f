"""What people ask beside all procedures known by name: other matters of offices, and what no office does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from knowledge_base.search.document import SearchDocument

_TOPICS = Path(__file__).parent / "data" / "elsewhere.yml"


def topics_elsewhere(fields: Collection[str]) -> Iterator[SearchDocument]:
    """Yield a document without a code for each topic that no procedure of these fields of the catalogue is about."""
    for topic in yaml.safe_load(_TOPICS.read_text("utf-8")):
        if not any(field in fields for field in topic.get("until", ())):
            first, *others = topic["names"]
            yield SearchDocument("", first, tuple(others), held=False)
