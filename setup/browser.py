"""Find a browser for the tests of the chat page, or get one: ``python setup/browser.py`` says where it is.

The standard library is enough. Nothing here asks a question, and nothing here can fail a set-up: where no browser
can be had, its tests are skipped. MOTCUA_TEST_BROWSER names one, or is "none" for a machine without.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SETTING = "MOTCUA_TEST_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome")
DOWNLOADED = "chromium-*/chrome-linux*/chrome"
OS_RELEASE = Path("/etc/os-release")
ANSWERS_WITHIN_SECONDS = 20
GETS_WITHIN_SECONDS = 300
TELLS_EVERY_SECONDS = 15
LOOKS_AGAIN_AFTER_SECONDS = 24 * 3600

APT = ("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=30", "-o", "Acquire::http::Timeout=20")
PACKAGES = ("chromium", "fonts-dejavu-core")


def find() -> str | None:
    """Return the path of a browser that starts, or None."""
    chosen = os.environ.get(SETTING, "")
    if chosen:
        return chosen if chosen != "none" and starts(chosen) else None
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Yield where browsers may be: on the path, then what Playwright has downloaded, newest first."""
    for name in NAMES:
        if path := shutil.which(name):
            yield path
    cache = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    yield from sorted((str(path) for path in Path(cache).glob(DOWNLOADED)), reverse=True)


def starts(path: str) -> bool:
    """Whether it tells its version; some systems have a placeholder of that name."""
    try:
        told = subprocess.run(
            [path, "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ANSWERS_WITHIN_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return told.returncode == 0 and b"Chrom" in told.stdout


def get(root: Path) -> str | None:
    """Return a browser, got if need be; None where there is none, which is said once a day."""
    if found := find():
        return found
    log = root / "build" / "setup-browser.log"
    if os.environ.get(SETTING) or was_tried_lately(log):
        return None
    log.parent.mkdir(exist_ok=True)
    log.write_text("", "utf-8")
    for what, commands in ways(root):
        print(f"Getting a browser for the tests of the chat page: {what}.", flush=True)
        if all(run(command, log) for command in commands) and (found := find()):
            return found
    print(
        f"No browser could be had, so the tests of the chat page will be skipped. More in {log}", flush=True
    )
    return None


def was_tried_lately(log: Path) -> bool:
    """Whether getting one was in vain within the last day; the log is what is left of it."""
    return log.exists() and time.time() - log.stat().st_mtime < LOOKS_AGAIN_AFTER_SECONDS


def ways(root: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield the ways to get one, each with its commands, nearest first."""
    if may_install_packages():
        yield "Debian's package", [[*APT, "update"], [*APT, "install", "--no-install-recommends", *PACKAGES]]
    python = str(root / ".venv" / "bin" / "python")
    yield "Playwright's download", [[python, "-m", "playwright", "install", "--no-shell", "chromium"]]


def may_install_packages() -> bool:
    """Whether this is root on a Debian; elsewhere the package of that name may be a placeholder."""
    is_debian = OS_RELEASE.is_file() and "ID=debian" in OS_RELEASE.read_text("utf-8").splitlines()
    return is_debian and os.geteuid() == 0 and shutil.which("apt-get") is not None


def run(command: list[str], log: Path) -> bool:
    """Run a command that must not ask; show that it goes on; end it when it takes too long."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    began = told = time.monotonic()
    try:
        with log.open("ab") as out:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=quiet,
                start_new_session=True,
            )
    except OSError:
        return False
    try:
        while process.poll() is None and time.monotonic() - began < GETS_WITHIN_SECONDS:
            if time.monotonic() - told >= TELLS_EVERY_SECONDS:
                told = time.monotonic()
                print(f"  still at it after {told - began:.0f} s", flush=True)
            time.sleep(0.1)
    finally:
        end(process)
    return process.returncode == 0


def end(process: subprocess.Popen[bytes]) -> None:
    """End a command with everything that it has started, gently at first."""
    for sign, seconds in ((signal.SIGTERM, 10), (signal.SIGKILL, 10)):
        if process.poll() is not None:
            return
        os.killpg(process.pid, sign)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue


if __name__ == "__main__":
    browser = find()
    print(browser or "no browser that starts was found")
    sys.exit(0 if browser else 1)
