"""A procedure out of an imported record alone: its facts as curated files have them, no words of ours."""

from __future__ import annotations

from knowledge_base.catalogue.stored import StoredRecord
from knowledge_base.entry import Entry
from knowledge_base.findings import Finding
from knowledge_base.imported.short_name import short_name
from knowledge_base.imported.steps import official_steps
from knowledge_base.official.block import official_block
from knowledge_base.official.words import words
from knowledge_base.official_entry import OfficialFacts, read_official
from knowledge_base.procedure import Procedure, Step
from knowledge_base.review_day import review_day
from knowledge_base.yaml_nodes import as_node


def imported_procedure(stored: StoredRecord) -> Procedure:
    """Return the procedure; a fact that no file could hold either, such as an amount of 0.5, is left empty.

    What only other records tell, siblings, distinction and newer ones, is not in it yet.
    """
    facts = _facts(stored)
    section = words()["sections"][0]
    return Procedure(
        code=stored.code,
        short_name=short_name(facts["name"]),
        distinction="",
        summary="",
        steps=tuple(Step(text, section) for text in official_steps(stored.record)),
        notes=(),
        review_by=review_day(facts["crawled_on"]),
        aliases=(),
        questions=(),
        special_words=(),
        siblings=(),
        is_curated=False,
        province=stored.province,
        withdrawn_on=stored.withdrawn_on,
        successors=stored.successors if stored.withdrawn_on else (),
        **facts,
    )


def _facts(stored: StoredRecord) -> OfficialFacts:
    block = official_block(stored.record)
    left_empty: list[Finding] = []
    facts = read_official(Entry(as_node(block), stored.code, left_empty))
    return facts if block["updated"] else {**facts, "updated_on": None}
