"""Make the table of old and new communes: a pinned package of data is fetched, read and thrown away, never installed.

The standard library is enough. The assistant works without the table, so nothing here can fail a set-up.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

SOURCE = Path("knowledge_base", "gazetteer", "source.toml")
TABLE = Path(".venv", "share", "motcua", "communes.tsv")
PIP = (
    "-m",
    "pip",
    "download",
    "--disable-pip-version-check",
    "--no-deps",
    "--only-binary",
    ":all:",
    "--quiet",
)
PATIENCE = ("--retries", "1", "--timeout", "15")


def is_current(root: Path) -> bool:
    """Whether the table is there and was made of the present source."""
    try:
        with (root / TABLE).open(encoding="utf-8") as table:
            return hashlib.sha256((root / SOURCE).read_bytes()).hexdigest() in table.readline()
    except FileNotFoundError:
        return False


def make(root: Path) -> None:
    """Make the table, or say why there is none."""
    print("Making the table of old and new communes.", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        if why := fetch(root, Path(folder)) or read(root, Path(folder)):
            print(f"It could not be made: {why}", file=sys.stderr)
            print("The assistant does without it; make setup tries again.", file=sys.stderr)


def fetch(root: Path, folder: Path) -> str:
    """Download the package's wheel, and nothing else, by its hash; return why that failed, "" where it did not."""
    source = tomllib.loads((root / SOURCE).read_text("utf-8"))
    pin = folder / "requirements.txt"
    pin.write_text(f"{source['package']}=={source['version']} --hash=sha256:{source['sha256']}\n", "utf-8")
    return run(root, *PIP, *PATIENCE, "--require-hashes", "--dest", str(folder), "--requirement", str(pin))


def read(root: Path, folder: Path) -> str:
    """Make the table of the one wheel in a folder; return why that failed, "" where it did not."""
    (wheel,) = folder.glob("*.whl")
    return run(root, "-m", "knowledge_base.gazetteer.making", str(wheel), str(root / TABLE))


def run(root: Path, *arguments: str) -> str:
    """Run the Python of the app's environment; return its last complaint, "" where all went well."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [root / ".venv" / "bin" / "python", *arguments],
        cwd=root,
        env=clean,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    complaint = done.stderr.strip().splitlines() or [f"{arguments[1]} ended with {done.returncode}"]
    return complaint[-1] if done.returncode else ""
