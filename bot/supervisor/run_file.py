"""Which assistant runs on a state folder: a lock that it holds, and a file that says where it is."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from office.process_lock import holder_of

FILE, LOCK = "run.json", "serve.lock"


@dataclass(frozen=True)
class Running:
    """A running assistant: the supervisor's process, the addresses, whether it was ready once,
    the processes and versions of its parts.
    """

    pid: int
    gateway: str
    intake: str
    actions: str
    engine: str
    is_ready: bool = False
    pids: Mapping[str, int] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)


def write_running(state_dir: Path, running: Running) -> None:
    """Say that this assistant runs."""
    draft = state_dir / f"{FILE}.{os.getpid()}"
    draft.write_text(json.dumps(asdict(running), indent=1), "utf-8")
    draft.replace(state_dir / FILE)


def find_running(state_dir: Path) -> Running | None:
    """Return the assistant that runs on the folder, or None; a file left by a dead one counts for nothing."""
    if not is_served(state_dir):
        return None
    try:
        return Running(**json.loads((state_dir / FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def is_served(state_dir: Path) -> bool:
    """Whether an assistant runs on the folder or is just starting there."""
    return holder_of(state_dir / LOCK) is not None


def forget_running(state_dir: Path) -> None:
    """Take the file away."""
    (state_dir / FILE).unlink(missing_ok=True)
