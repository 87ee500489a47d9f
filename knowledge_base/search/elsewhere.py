"""What people ask beside all procedures known by name: other matters of offices, and what no office does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from knowledge_base.search.document import SearchDocument
from knowledge_base.vietnamese.folding import folded_syllables

_TOPICS = Path(__file__).parent / "data" / "elsewhere.yml"


def topics_elsewhere(called: Iterable[str]) -> Iterator[SearchDocument]:
    """Yield a document without a code for each topic, but for the names that one of ``called`` says whole.

    Those are what procedures that can be told are called, officially and by people.
    """
    said = "\n".join(f" {' '.join(folded_syllables(name))} " for name in called)
    for topic in yaml.safe_load(_TOPICS.read_text("utf-8")):
        names = [name for name in topic["names"] if f" {' '.join(folded_syllables(name))} " not in said]
        if names:
            first, *others = names
            yield SearchDocument("", first, tuple(others), held=False)
