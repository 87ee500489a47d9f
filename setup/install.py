"""Set up the two environments of Một Cửa from their pinned requirement files, side by side.

Run with the Python 3.11 that the environments shall have; its standard library is enough. An environment that is
as pinned is left alone.
"""

from __future__ import annotations

import argparse
import fcntl
import importlib.util
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import browser
import communes
from environment import Environment, Layer

ROOT = Path(__file__).resolve().parents[1]
FREE_GIB = 5
BAR = 20
LOG_LINES = 15


def environments(root: Path, *, with_tests: bool) -> list[Environment]:
    """Return the app's environment, with what tests need if asked, and the engine's."""
    pins = root / "requirements"
    app = [Layer("app", pins / "app.txt")] + ([Layer("dev", pins / "dev.txt")] if with_tests else [])
    engine = Layer("engine", pins / "engine.txt", ("--no-deps", "--ignore-requires-python"))
    return [Environment(root / ".venv", app, project=root), Environment(root / ".venv-engine", [engine])]


def what_is_missing() -> str | None:
    """Return why this machine cannot be set up, and what mends it; None if it can."""
    if sys.version_info[:2] != (3, 11):
        here = sys.version.split()[0]
        return f"Python 3.11 is needed, this is {here}. Install it, or: make setup PYTHON=/path/to/python3.11"
    if importlib.util.find_spec("ensurepip") is None:
        return "This Python cannot make environments. On Debian and Ubuntu: apt-get install python3.11-venv"
    if (free := shutil.disk_usage(ROOT).free) < FREE_GIB * 2**30:
        return f"Set-up needs {FREE_GIB} GiB of disk where {ROOT} is; {free / 2**30:.1f} GiB are free."
    return None


@contextmanager
def alone() -> Iterator[None]:
    """Wait while another set-up works on the same environments."""
    (ROOT / "build").mkdir(exist_ok=True)
    with (ROOT / "build" / "setup.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(pending: list[Environment]) -> None:
    """Install side by side, and show how far each is."""
    print("Setting up; a few minutes the first time.", flush=True)
    began = time.monotonic()
    workers = [threading.Thread(target=environment.install, daemon=True) for environment in pending]
    for worker in workers:
        worker.start()
    moves = sys.stdout.isatty()
    while any(worker.is_alive() for worker in workers):
        show(pending, began, moves)
        wait = time.monotonic() + (0.5 if moves else 15)
        while time.monotonic() < wait and any(worker.is_alive() for worker in workers):
            time.sleep(0.1)
    show(pending, began, moves)
    print(flush=True)


def show(pending: list[Environment], began: float, moves: bool) -> None:
    """Print one line for all environments; on a terminal over the line before."""
    line = "  ".join(progress(environment) for environment in pending)
    print(
        f"{chr(13) if moves else ''}{line}  {time.monotonic() - began:.0f} s",
        end="" if moves else "\n",
        flush=True,
    )


def progress(environment: Environment) -> str:
    """Return a bar with the packages that were fetched, of all."""
    done = min(environment.done, environment.total)
    bar = "#" * (BAR * done // max(environment.total, 1))
    return f"{environment.folder.name} [{bar:<{BAR}}] {done}/{environment.total} {environment.phase:<9}"


def complain(environment: Environment, again: str = "make setup") -> None:
    """Show the end of a log and how to go on."""
    tail = environment.log.read_text("utf-8", "replace").splitlines()[-LOG_LINES:]
    print(f"{environment.folder.name} could not be set up. The end of {environment.log}:", file=sys.stderr)
    print("\n".join(f"    {line}" for line in tail), file=sys.stderr)
    print(f"Mend what it names (most often the network or the disk), then: {again}", file=sys.stderr)


def main() -> int:
    """Install what is missing, make the table of communes, and for tests find a browser.

    Return 0 when both environments are ready.
    """
    parser = argparse.ArgumentParser(description="Set up .venv and .venv-engine.")
    parser.add_argument("--with-tests", action="store_true", help="also get what tests need")
    with_tests = parser.parse_args().with_tests
    status = set_up(environments(ROOT, with_tests=with_tests))
    if status == 0 and not communes.is_current(ROOT):
        with alone():
            communes.make(ROOT)
    if status == 0 and with_tests:
        with alone():
            browser.get(ROOT)
    return status


def set_up(wanted: list[Environment]) -> int:
    """Install what is missing; return 0 when both environments are ready."""
    if all(environment.is_current() for environment in wanted):
        return 0
    if missing := what_is_missing():
        print(missing, file=sys.stderr)
        return 2
    with alone():
        pending = [environment for environment in wanted if not environment.is_current()]
        install(pending)
    broken = [environment for environment in pending if environment.failed]
    for environment in broken:
        complain(environment)
    return 1 if broken else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\nInterrupted; make setup goes on from there.", file=sys.stderr)
        sys.exit(130)
