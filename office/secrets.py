"""The secrets that the services share, made at the first start and kept in one file outside the database."""

from __future__ import annotations

import json
import os
import secrets as random
import stat
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.fernet import Fernet

from office.mendable import Mendable

FILE = "secrets.json"
SHORTEST = 32


class SecretsUnusable(Mendable):
    """The file of secrets is damaged, or in the reach of others."""


@dataclass(frozen=True)
class Secrets:
    """One secret for each door, and the keys of what is sealed or hashed."""

    engine_secret: str
    actions_secret: str
    intake_secret: str
    local_secret: str
    inbox_key: str
    intake_hash_key: str

    @classmethod
    def fresh(cls) -> Secrets:
        """Return new random secrets of 256 bits."""
        return cls(
            engine_secret=random.token_urlsafe(32),
            actions_secret=random.token_urlsafe(32),
            intake_secret=random.token_urlsafe(32),
            local_secret=random.token_urlsafe(32),
            inbox_key=Fernet.generate_key().decode(),
            intake_hash_key=random.token_urlsafe(32),
        )


def secrets(state_dir: Path) -> Secrets:
    """Return the secrets of this installation; the first service that asks makes them.

    The file is readable by its owner only and appears whole, also when several services start at once.
    Raises SecretsUnusable.
    """
    path = state_dir / FILE
    if not path.exists():
        _make(path)
    if reason := unsafe(path):
        raise SecretsUnusable(reason)
    try:
        known = Secrets(**json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError):
        raise SecretsUnusable(_damaged(path, "holds other things than the six secrets")) from None
    if not all(isinstance(secret, str) and len(secret) >= SHORTEST for secret in vars(known).values()):
        raise SecretsUnusable(_damaged(path, f"holds a secret of fewer than {SHORTEST} characters"))
    return known


def unsafe(path: Path) -> str | None:
    """Return why others may read or write the file, and what mends it; None if they cannot."""
    found = path.lstat()
    if not stat.S_ISREG(found.st_mode):
        return f"{path} is no plain file. Put the file itself there, from the backup."
    if found.st_uid != os.geteuid():
        return (
            f"{path} belongs to account number {found.st_uid}, not to {os.geteuid()} who runs this. "
            "Run as its owner, or set MOTCUA_STATE_DIR to another folder."
        )
    if found.st_mode & 0o077:
        return f"{path} can be read or written by others. Run: chmod 600 {path}"
    return None


def _damaged(path: Path, how: str) -> str:
    return (
        f"{path} {how}. Put it back from the backup. Without one, move it away: new secrets are made, and "
        "slips of real dossiers cannot be proved any more."
    )


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE}.{random.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(Secrets.fresh()), file)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
