"""Which records citizens are not shown, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from knowledge_base.catalogue.rules import rules
from knowledge_base.official.block import Record, official_block
from knowledge_base.official.facts_hash import facts_sha256
from knowledge_base.official.text import tidy, tidy_name
from knowledge_base.vietnamese.folding import fold

INTERNAL: Final = "internal"
"""Between offices; no citizen files it."""
JUNK: Final = "test-junk"
"""A test entry that was left on the live portal."""
NAME_ONLY: Final = "name-only"
"""From a list: the procedure exists, its facts were not imported."""
ISSUER_UNKNOWN: Final = "issuer-unknown"
"""A province's record from a PDF or Word file, which do not say whose: it must not be told to the whole country."""

_TELLS_COPIES_APART = ("portal_id", "updated", "crawled", "decision")


def hidden_because(record: Record) -> str:
    """Return why a record by itself is kept from citizens, "" when it is not."""
    if record["internal"]:
        return INTERNAL
    if _is_junk(record):
        return JUNK
    if not record["promulgating_agency"] and rules().provincial_decision.search(
        tidy(record["decision_number"])
    ):
        return ISSUER_UNKNOWN
    return "" if record["submission"] or record["document_cases"] or record["steps"] else NAME_ONLY


def _is_junk(record: Record) -> bool:
    return any(
        pattern.search(tidy(record[field]))
        for field, patterns in rules().junk.items()
        for pattern in patterns
    )


def duplicates(records: Iterable[Record]) -> Mapping[str, str]:
    """Return the codes of copies, each with the code that is shown instead: the one updated last.

    Sisters share a name and differ in level, subject or papers; they are no copies of each other.
    """
    alike: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        alike[fold(tidy_name(record["name"])), tidy(record["promulgating_agency"])].append(record)
    copies: dict[str, str] = {}
    for sisters in alike.values():
        if len(sisters) > 1:
            copies |= _copies(sisters)
    return copies


def _copies(sisters: Iterable[Record]) -> Mapping[str, str]:
    same: dict[str, list[Record]] = defaultdict(list)
    for record in sisters:
        same[_facts(record)].append(record)
    copies: dict[str, str] = {}
    for records in same.values():
        shown, *others = sorted(records, key=_updated_last, reverse=True)
        copies |= {record["code"]: shown["code"] for record in others}
    return copies


def _updated_last(record: Record) -> tuple[str, str]:
    return record["portal_updated"] or "", record["code"]


def _facts(record: Record) -> str:
    facts = {key: fact for key, fact in official_block(record).items() if key not in _TELLS_COPIES_APART}
    return facts_sha256({**facts, "name": fold(facts["name"])})
