"""The commonest questions over the real base: hardly any is told another procedure than the ordinary one.

The limits are below what was measured when the questions were written, since the base grows.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge_base.knowledge import read_knowledge
from knowledge_base.publishing.contents import contents_of
from knowledge_base.search.elsewhere import topics_elsewhere
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.snapshot import Snapshot

ROOT = Path(__file__).parents[3] / "knowledge_base"
GROUPS = yaml.safe_load(Path(__file__).with_name("head_questions.yml").read_text("utf-8"))
OFFERED_AT_MOST = 4


@lru_cache(maxsize=1)
def search() -> tuple[ProcedureSearch, frozenset[str]]:
    contents = contents_of(read_knowledge(ROOT))
    snapshot = Snapshot("tested", contents.procedures, contents.named)
    return ProcedureSearch.of(snapshot), frozenset(contents.procedures)


def judged(ask: str, group: dict[str, Any]) -> str:
    wanted = set(group["codes"])
    result = search()[0].find(ask)
    if result.verdict == "none":
        return "right" if result.named in wanted else "none"
    if result.verdict == "clear":
        return "right" if result.candidates[0].code in wanted else "wrong"
    offered = {candidate.code for candidate in result.candidates[:OFFERED_AT_MOST]}
    if not wanted & offered:
        return "wrong offer"
    return "right" if group.get("may_ask") else "asked"


def test_the_commonest_questions_are_told_the_ordinary_procedure() -> None:
    held = search()[1]
    asked = [(ask, group) for group in GROUPS if held & set(group["codes"]) for ask in group["asks"]]
    counts = Counter(judged(ask, group) for ask, group in asked)
    assert len(asked) >= 300
    assert counts["right"] >= 0.93 * len(asked), counts
    assert counts["wrong"] + counts["wrong offer"] <= 0.02 * len(asked), counts


def test_each_question_is_asked_once() -> None:
    asks = Counter(ask for group in GROUPS for ask in group["asks"])
    assert [ask for ask, times in asks.items() if times > 1] == []


def test_a_topic_is_elsewhere_no_more_once_a_procedure_is_called_so() -> None:
    topics = list(topics_elsewhere(["mở phòng hát, giấy phép quán karaoke"]))
    names = {name for topic in topics for name in (topic.name, *topic.aliases)}
    assert "giấy phép quán karaoke" not in names
    assert "giấy phép bán rượu" in names
