"""Set up the two environments of Một Cửa from their pinned requirement files, side by side.

Run with the Python 3.11 that the environments shall have; the standard library is enough. An environment whose
requirement files have not changed since it was made is left alone.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAMP = "motcua-requirements"
BAR = 24


@dataclass
class Environment:
    """A virtual environment, the files that pin it, and how pip shall read them."""

    name: str
    folder: Path
    files: tuple[Path, ...]
    options: tuple[str, ...] = ()
    with_project: bool = False
    done: int = 0
    failed: bool = False
    finished: bool = False

    @property
    def log(self) -> Path:
        return ROOT / "build" / f"setup-{self.name}.log"

    @property
    def wanted(self) -> str:
        """A digest of everything that makes the environment."""
        digest = hashlib.sha256(sys.version.encode())
        for file in self.files:
            digest.update(file.read_bytes())
        return digest.hexdigest()

    @property
    def packages(self) -> int:
        lines = [line for file in self.files for line in file.read_text("utf-8").splitlines()]
        return sum("==" in line and not line.startswith("#") for line in lines)

    def is_current(self) -> bool:
        stamp = self.folder / STAMP
        return stamp.is_file() and stamp.read_text("utf-8") == self.wanted

    def install(self) -> None:
        """Make the environment; what pip says goes to the log."""
        try:
            with self.log.open("w", encoding="utf-8") as log:
                self._run(log, [sys.executable, "-m", "venv", "--clear", str(self.folder)])
                self._pip(log, *self.options, *(word for file in self.files for word in ("-r", str(file))))
                if self.with_project:
                    self._pip(log, "--no-deps", "--no-build-isolation", "-e", str(ROOT))
            (self.folder / STAMP).write_text(self.wanted, "utf-8")
        except subprocess.CalledProcessError:
            self.failed = True
        self.finished = True

    def _pip(self, log: object, *arguments: str) -> None:
        pip = [str(self.folder / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
        self._run(log, [*pip, "--progress-bar", "off", *arguments])

    def _run(self, log: object, command: list[str]) -> None:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert process.stdout is not None
        for line in process.stdout:
            log.write(line)  # type: ignore[attr-defined]
            self.done += line.startswith("Collecting ")
        if process.wait():
            raise subprocess.CalledProcessError(process.returncode, command)


def environments(with_tests: bool) -> list[Environment]:
    """Return the app's environment, with what tests need if asked, and the engine's."""
    pins = ROOT / "requirements"
    app = (pins / "app.txt", pins / "dev.txt") if with_tests else (pins / "app.txt",)
    no_bounds = ("--no-deps", "--ignore-requires-python")
    return [
        Environment("app", ROOT / ".venv", app, with_project=True),
        Environment("engine", ROOT / ".venv-engine", (pins / "engine.txt",), no_bounds),
    ]


def is_enough(environment: Environment) -> bool:
    """Whether the environment is current, or holds what tests need besides."""
    if environment.is_current():
        return True
    if environment.name != "app":
        return False
    return environments(with_tests=True)[0].is_current()


def show(pending: list[Environment], started: float) -> None:
    """Print one line of progress for all environments."""
    parts = []
    for environment in pending:
        share = 1.0 if environment.finished else min(environment.done / max(environment.packages, 1), 0.99)
        bar = "#" * int(share * BAR)
        parts.append(f"{environment.name} [{bar:<{BAR}}] {environment.done}/{environment.packages}")
    line = f"{'  '.join(parts)}  {time.monotonic() - started:.0f} s"
    print(f"\r{line}" if sys.stdout.isatty() else line, end="" if sys.stdout.isatty() else "\n", flush=True)


def complain(environment: Environment) -> None:
    """Say what went wrong and how to mend it."""
    tail = environment.log.read_text("utf-8", "replace").splitlines()[-15:]
    print(f"\nSet-up of {environment.folder.name} failed. The end of {environment.log}:", file=sys.stderr)
    print("\n".join(tail), file=sys.stderr)
    print("Mend what it names (often the network or the disk) and run make setup again.", file=sys.stderr)


def main() -> int:
    """Install what is missing; return 0 when both environments are ready."""
    parser = argparse.ArgumentParser(description="Set up .venv and .venv-engine.")
    parser.add_argument("--with-tests", action="store_true", help="also install what tests need")
    arguments = parser.parse_args()
    if sys.version_info[:2] != (3, 11):
        print(
            f"Python 3.11 is needed, this is {sys.version.split()[0]}. Run: make setup PYTHON=python3.11",
            file=sys.stderr,
        )
        return 2
    pending = [e for e in environments(arguments.with_tests) if not is_enough(e)]
    if not pending:
        return 0
    if shutil.disk_usage(ROOT).free < 5 * 2**30:
        print("Set-up needs 5 GiB of free disk.", file=sys.stderr)
        return 2
    (ROOT / "build").mkdir(exist_ok=True)
    started = time.monotonic()
    print("Setting up; this takes some minutes the first time.", flush=True)
    workers = [threading.Thread(target=environment.install, daemon=True) for environment in pending]
    for worker in workers:
        worker.start()
    while not all(environment.finished for environment in pending):
        show(pending, started)
        time.sleep(0.5 if sys.stdout.isatty() else 15)
    show(pending, started)
    print()
    broken = [environment for environment in pending if environment.failed]
    for environment in broken:
        complain(environment)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
