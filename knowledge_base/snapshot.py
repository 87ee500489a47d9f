"""The snapshot: all knowledge in one JSON file that services load, with a version made from its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from knowledge_base.decoding import decoded
from knowledge_base.findings import Finding
from knowledge_base.knowledge import read_knowledge
from knowledge_base.procedure import Procedure
from knowledge_base.whole_file import write_whole

_FORMAT = 1
_VERSION_CHARACTERS = 16


class SnapshotError(Exception):
    """Base of what can go wrong with a snapshot."""


class KnowledgeHasMistakes(SnapshotError):
    """No snapshot was written: the files have mistakes, which are told one a line."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class SnapshotUnreadable(SnapshotError):
    """The file is missing, damaged, or of another format; building it again mends that."""


@dataclass(frozen=True)
class Snapshot:
    """The knowledge as services use it; equal content has an equal version."""

    version: str
    procedures: Mapping[str, Procedure]


def build_snapshot(root: Path, out: Path) -> str:
    """Build ``out`` from the knowledge folder ``root`` and return its version.

    Written beside ``out`` and moved over it, so readers see the old file or the new one. Raises
    KnowledgeHasMistakes, and then leaves ``out`` as it was.
    """
    knowledge = read_knowledge(root)
    if knowledge.findings:
        raise KnowledgeHasMistakes(knowledge.findings)
    procedures = [asdict(procedure) for _, procedure in sorted(knowledge.procedures.items())]
    text = json.dumps(procedures, ensure_ascii=False, default=date.isoformat, separators=(",", ":"))
    version = _version(text)
    write_whole(out, f'{{"format":{_FORMAT},"version":"{version}","procedures":{text}}}'.encode())
    return version


def load_snapshot(path: Path) -> Snapshot:
    """Read a snapshot, or raise SnapshotUnreadable; the content is held against its version."""
    try:
        stored = json.loads(path.read_bytes())
        if stored["format"] != _FORMAT:
            raise SnapshotUnreadable(f"{path}: format {stored['format']} is not {_FORMAT}; build it again")
        procedures = [decoded(Procedure, item) for item in stored["procedures"]]
        _check(path, stored)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SnapshotUnreadable(f"{path}: the snapshot cannot be read; {error}; build it again") from error
    return Snapshot(stored["version"], MappingProxyType({item.code: item for item in procedures}))


def _check(path: Path, stored: Mapping[str, Any]) -> None:
    text = json.dumps(stored["procedures"], ensure_ascii=False, separators=(",", ":"))
    if _version(text) != stored["version"]:
        raise SnapshotUnreadable(f"{path}: the content does not match its version; build it again")


def _version(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_VERSION_CHARACTERS]
