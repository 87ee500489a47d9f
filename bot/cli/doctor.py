"""What may be wrong on this machine."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator

import typer

from bot.cli.exit_codes import ExitCode
from bot.cli.speech import give
from bot.supervisor.making import is_trained
from bot.supervisor.ports import taken_ports
from bot.supervisor.run_file import find_running
from office.secrets import FILE
from office.settings import ROOT, settings

Trouble = dict[str, str]
DISK_GIB = 2


def doctor(as_json: bool) -> None:
    """Print each trouble with its mending command; end with 1 if there is any."""
    troubles = list(_troubles())
    lines = [f"{trouble['what']}; mend: {trouble['mend']}" for trouble in troubles]
    give({"troubles": troubles}, as_json=as_json, plain="\n".join(lines) or "All well.")
    if troubles:
        raise typer.Exit(int(ExitCode.FINDINGS))


def _troubles() -> Iterator[Trouble]:
    if sys.version_info[:2] != (3, 11):
        yield _trouble(f"Python is {platform.python_version()}, not 3.11", "make setup PYTHON=python3.11")
    if platform.machine() != "x86_64" or platform.system() != "Linux":
        yield _trouble(f"This is {platform.system()} {platform.machine()}", "use Linux on x86-64")
    for environment in (".venv", ".venv-engine"):
        if not (ROOT / environment / "motcua-requirements").exists():
            yield _trouble(f"{environment} was not made by make setup", "make setup")
    if shutil.disk_usage(ROOT).free < DISK_GIB * 2**30:
        yield _trouble(f"Less than {DISK_GIB} GiB of disk is free", "free some disk")
    yield from _state_troubles()


def _state_troubles() -> Iterator[Trouble]:
    chosen = settings()
    secret_file = chosen.state_dir / FILE
    if secret_file.exists() and secret_file.stat().st_mode & 0o077:
        yield _trouble(f"{secret_file} can be read by others", f"chmod 600 {secret_file}")
    if not is_trained(chosen):
        yield _trouble("The model is older than what makes it", "motcua train")
    if not find_running(chosen.state_dir):
        for name, port in taken_ports(chosen).items():
            yield _trouble(f"Port {port} is taken", f"set MOTCUA_{name.upper()} to a free port")


def _trouble(what: str, mend: str) -> Trouble:
    return {"what": what, "mend": mend}
