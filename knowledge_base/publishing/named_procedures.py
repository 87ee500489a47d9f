"""The procedures of a snapshot that are known by name only, so that no reader needs the files of aliases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from knowledge_base.decoding import decoded
from knowledge_base.encoding import json_line
from knowledge_base.publishing.errors import SnapshotUnreadable
from knowledge_base.publishing.layout import NAMED
from knowledge_base.snapshot import NamedProcedure


def write_named(folder: Path, procedures: Iterable[NamedProcedure]) -> None:
    """Write them one a line; they come sorted by code."""
    (folder / NAMED).write_bytes(b"".join(json_line(procedure) + b"\n" for procedure in procedures))


def read_named(folder: Path) -> Mapping[str, NamedProcedure]:
    """Read them all, by code; raises SnapshotUnreadable."""
    try:
        lines = (folder / NAMED).read_bytes().splitlines()
        named = [decoded(NamedProcedure, json.loads(line)) for line in lines]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotUnreadable(folder, f"{NAMED}: {error}") from error
    return MappingProxyType({procedure.code: procedure for procedure in named})
