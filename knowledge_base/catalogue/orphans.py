"""Names and curated files whose procedure is not in force any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.catalogue.curated import curated_files
from knowledge_base.catalogue.our_files import content_of
from knowledge_base.catalogue.stored import Catalogue


@dataclass(frozen=True)
class Orphan:
    """A file with words of ours for a code that is gone; ``successors`` are likely ones, for a person to judge."""

    file: str
    code: str
    why: str
    successors: tuple[str, ...]


def orphans(catalogue: Catalogue, knowledge: Path) -> Iterator[Orphan]:
    """Yield what is orphaned under the knowledge folder: curated files, then entries of aliases."""
    for file in curated_files(knowledge / "procedures"):
        yield from _orphaned(catalogue, file.path, file.code)
    for path in sorted((knowledge / "aliases").glob("*.yml")):
        for code in _codes_named(path):
            yield from _orphaned(catalogue, path, code)


def _orphaned(catalogue: Catalogue, file: Path, code: str) -> Iterator[Orphan]:
    stored = catalogue.records.get(code)
    if stored is None:
        yield Orphan(str(file), code, "not in the imported catalogue", ())
    elif stored.withdrawn_on:
        yield Orphan(str(file), code, f"withdrawn on {stored.withdrawn_on}", stored.successors)
    elif not stored.for_citizens:
        yield Orphan(str(file), code, f"kept from citizens: {stored.hidden_because}", stored.successors)


def _codes_named(path: Path) -> list[str]:
    entries = content_of(path)
    named = entries if isinstance(entries, list) else []
    return [
        entry["code"] for entry in named if isinstance(entry, dict) and isinstance(entry.get("code"), str)
    ]
