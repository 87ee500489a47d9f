"""Which assistant runs on a state folder: one small file, kept while it runs."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "run.json"


@dataclass(frozen=True)
class Running:
    """A running assistant: the supervisor's process and the gateway's address."""

    pid: int
    gateway: str


def write_running(state_dir: Path, running: Running) -> None:
    """Say that this assistant runs."""
    draft = state_dir / f"{FILE}.{os.getpid()}"
    draft.write_text(json.dumps(asdict(running)), "utf-8")
    draft.replace(state_dir / FILE)


def find_running(state_dir: Path) -> Running | None:
    """Return the assistant that runs on the folder, or None; a file left by a dead one counts for nothing."""
    try:
        running = Running(**json.loads((state_dir / FILE).read_text("utf-8")))
        command = Path(f"/proc/{running.pid}/cmdline").read_bytes()
    except (OSError, ValueError, TypeError):
        return None
    return running if b"serve" in command else None


def forget_running(state_dir: Path) -> None:
    """Take the file away."""
    (state_dir / FILE).unlink(missing_ok=True)
