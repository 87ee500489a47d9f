"""What differs between two snapshots."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge_base.publishing.layout import OFFSETS, PROCEDURES
from knowledge_base.publishing.manifest import Manifest, read_manifest
from knowledge_base.publishing.stored_procedures import StoredProcedures

_TOLD_BY_CODE = frozenset({PROCEDURES, OFFSETS})


@dataclass(frozen=True)
class Difference:
    """Codes with their names, and for changed ones with the fields that differ; ``files`` are other files that do."""

    new: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()


def difference(before: Path, after: Path) -> Difference:
    """Compare the snapshots of two folders, whatever release built them; raises SnapshotUnreadable.

    The caller has checked their files. Only lines that differ are read.
    """
    old, new = StoredProcedures(before), StoredProcedures(after)
    return Difference(
        new=_names(new, (code for code in new if code not in old)),
        changed={
            code: fields
            for code in new
            if code in old and (fields := _changed(old.line(code), new.line(code)))
        },
        gone=_names(old, (code for code in old if code not in new)),
        files=tuple(_files(read_manifest(before), read_manifest(after))),
    )


def _names(procedures: StoredProcedures, codes: Iterable[str]) -> dict[str, str]:
    return {code: json.loads(procedures.line(code))["name"] for code in codes}


def _changed(before: bytes, after: bytes) -> tuple[str, ...]:
    if before == after:
        return ()
    old, new = json.loads(before), json.loads(after)
    return tuple(
        name for name in {**old, **new} if name not in old or name not in new or old[name] != new[name]
    )


def _files(before: Manifest, after: Manifest) -> Iterator[str]:
    old, new = _hashes(before), _hashes(after)
    for path in sorted({*old, *new} - _TOLD_BY_CODE):
        if old.get(path) != new.get(path):
            yield path


def _hashes(manifest: Manifest) -> dict[str, str]:
    return {file.path: file.sha256 for file in manifest.files}
