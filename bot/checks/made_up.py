"""Check the made-up dossiers; the backend that loads them reads them, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from knowledge_base.findings import Finding
from office.settings import ROOT

MADE_UP = "intake/made_up.yml"
_WITHIN_SECONDS = 30


def check_made_up(root: Path) -> list[Finding]:
    """Return every mistake in the dossiers that are loaded at start."""
    done = subprocess.run(
        [sys.executable, "-m", "intake.check_file", str(root / MADE_UP)],
        cwd=ROOT,
        capture_output=True,
        timeout=_WITHIN_SECONDS,
        check=True,
    )
    return [Finding(**finding | {"file": MADE_UP}) for finding in json.loads(done.stdout)]
