"""The search on questions made from situations, over the real base: figures that must not get worse.

The limits are below what was measured (docs/decisions/0006-search-verdicts.md), since the base grows.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge_base.knowledge import read_knowledge
from knowledge_base.publishing.contents import contents_of
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.snapshot import Snapshot
from knowledge_base.vietnamese.folding import fold

ROOT = Path(__file__).parents[3] / "knowledge_base"
QUESTIONS = yaml.safe_load(Path(__file__).with_name("questions.yml").read_text("utf-8"))


@lru_cache(maxsize=1)
def search() -> tuple[ProcedureSearch, frozenset[str]]:
    contents = contents_of(read_knowledge(ROOT))
    procedures, named = contents.procedures, contents.named
    return ProcedureSearch.of(Snapshot("tested", procedures, named)), frozenset(procedures)


def judged(question: dict[str, Any], *, unmarked: bool) -> str:
    engine, held = search()
    result = engine.find(fold(question["ask"]) if unmarked else question["ask"])
    wanted = set(question["want"])
    if not wanted:
        return f"foreign {result.verdict}"
    if not wanted & held:
        return "not held"
    offered = [candidate.code for candidate in result.candidates][: 4 if result.verdict == "several" else 1]
    return f"{result.verdict} {'right' if wanted & set(offered) else 'wrong'}"


@pytest.mark.parametrize("unmarked", [False, True], ids=["as typed", "without diacritics"])
def test_verdicts_are_right_often_and_wrong_with_confidence_hardly_ever(unmarked: bool) -> None:
    counts = Counter(judged(question, unmarked=unmarked) for question in QUESTIONS)
    asked = sum(n for kind, n in counts.items() if not kind.startswith(("foreign", "not held")))
    foreign = sum(n for kind, n in counts.items() if kind.startswith("foreign"))
    assert counts["clear right"] >= 0.6 * asked, counts
    assert counts["clear right"] + counts["several right"] >= 0.85 * asked, counts
    assert counts["clear wrong"] <= 0.05 * asked, counts
    assert counts["foreign none"] >= 0.9 * foreign, counts
    assert counts["foreign clear"] <= 0.03 * foreign, counts
