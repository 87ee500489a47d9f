"""The codes of a snapshot that are held under another one, because both records say the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from knowledge_base.encoding import json_line
from knowledge_base.publishing.errors import SnapshotUnreadable
from knowledge_base.publishing.layout import COPIES


def write_copies(folder: Path, copies: Mapping[str, str]) -> None:
    """Write them; no file where there are none."""
    if copies:
        (folder / COPIES).write_bytes(json_line(dict(copies)) + b"\n")


def read_copies(folder: Path) -> Mapping[str, str]:
    """Read what ``write_copies`` wrote; raises SnapshotUnreadable."""
    try:
        copies: dict[str, str] = json.loads((folder / COPIES).read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise SnapshotUnreadable(folder, f"{COPIES}: {error}") from error
    return copies
