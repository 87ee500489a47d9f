"""The curated files over the imported records: where a fact under them changed, where they are out of date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge_base.catalogue.our_files import content_of
from knowledge_base.catalogue.stored import Catalogue, StoredRecord
from knowledge_base.official.block import official_block

_SAYS_NOTHING_NEW = frozenset({"crawled"})


@dataclass(frozen=True)
class CuratedFile:
    """A file of ours as far as it matters here."""

    path: Path
    code: str
    official: dict[str, Any]
    overridden: frozenset[str]
    review_by: date | None


@dataclass(frozen=True)
class Stale:
    """A curated file that a person must look at, and why: facts that changed, withdrawn, or its day has come."""

    file: str
    code: str
    why: str


def curated_files(procedures: Path) -> Iterator[CuratedFile]:
    """Yield the files of the folder that have a code; what else is wrong with them ``motcua check`` tells."""
    for path in sorted(procedures.rglob("*.yml")):
        read = content_of(path)
        if isinstance(read, dict) and isinstance(read.get("code"), str):
            day = read.get("review_by")
            yield CuratedFile(
                path,
                read["code"],
                read.get("official") or {},
                _overridden(read.get("overrides")),
                day if isinstance(day, date) else None,
            )


def _overridden(overrides: Any) -> frozenset[str]:
    entries = overrides if isinstance(overrides, list) else []
    return frozenset(str(entry.get("fact")) for entry in entries if isinstance(entry, dict))


def stale_files(catalogue: Catalogue, procedures: Path, today: date) -> Iterator[Stale]:
    """Yield each reason to look at a curated file again."""
    for file in curated_files(procedures):
        for why in _reasons(file, catalogue.records.get(file.code), today):
            yield Stale(str(file.path), file.code, why)


def _reasons(file: CuratedFile, stored: StoredRecord | None, today: date) -> Iterator[str]:
    if stored and stored.withdrawn_on:
        yield f"withdrawn on {stored.withdrawn_on}; likely successors: {', '.join(stored.successors) or 'none known'}"
    elif stored and (facts := changed_under(file, stored)):
        under = ", ".join(fact for fact in facts if fact in file.overridden)
        told = ", ".join(facts) + (f", under an override: {under}" if under else "")
        yield f"the official record changed: {told}; motcua kb draft {file.code} --update {file.path}"
    if file.review_by and file.review_by < today:
        yield f"to be read again by {file.review_by}"


def changed_under(file: CuratedFile, stored: StoredRecord) -> tuple[str, ...]:
    """Return the official facts that are not any more as the file has them."""
    block = official_block(stored.record)
    facts = dict.fromkeys((*block, *file.official))
    return tuple(
        fact for fact in facts if fact not in _SAYS_NOTHING_NEW and block.get(fact) != file.official.get(fact)
    )
