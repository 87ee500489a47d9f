"""The secrets that the services share, made at the first start and kept in one file outside the database."""

from __future__ import annotations

import json
import os
import secrets as random
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.fernet import Fernet

FILE = "secrets.json"


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
    """
    path = state_dir / FILE
    if not path.exists():
        _make(path)
    return Secrets(**json.loads(path.read_text("utf-8")))


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{FILE}.{random.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(Secrets.fresh()), file)
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
