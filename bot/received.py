"""What a citizen sent, as it lies sealed in the inbox."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass

from cryptography.fernet import Fernet, InvalidToken

KEPT_CHARACTERS = 20_000
PROOF_LIVES_SECONDS = 14 * 60
"""Intake forgets a proof after 15 minutes; a little before that it is asked for again."""


class Unreadable(Exception):
    """The seal was made with another key, or is none: what was sent cannot be read any more."""


@dataclass(frozen=True)
class Received:
    """Either a text or the id of a button; ``client`` says from where, for intake's limits."""

    text: str = ""
    button: str = ""
    client: str = ""


def received(*, text: str = "", button: str = "", client: str = "") -> Received:
    """Return what was sent; of a text that is much too long only as much as shows that it is."""
    return Received(text[:KEPT_CHARACTERS], button, client)


class Seal:
    """Closes what was sent with the key that lies beside the secrets, never in the database."""

    def __init__(self, key: str) -> None:
        self._fernet = Fernet(key)
        self._key = key.encode()

    def close(self, received: Received) -> bytes:
        """Return the message as sealed bytes."""
        return self._fernet.encrypt(json.dumps(asdict(received)).encode())

    def open(self, sealed: bytes) -> Received:
        """Return the message; raise Unreadable."""
        try:
            return Received(**json.loads(self._fernet.decrypt(sealed)))
        except (InvalidToken, ValueError, TypeError) as error:
            raise Unreadable(type(error).__name__) from error

    def close_token(self, token: str) -> str:
        """Return the token of a proof as it may lie in the database."""
        return self._fernet.encrypt(token.encode()).decode()

    def open_token(self, sealed: str) -> str | None:
        """Return the token, or None once it is too old to open a dossier or cannot be read."""
        try:
            return self._fernet.decrypt(sealed, ttl=PROOF_LIVES_SECONDS).decode()
        except (InvalidToken, TypeError):
            return None

    def tag(self, client: str) -> bytes:
        """Return what stands for a client where messages are counted: a keyed hash."""
        return hmac.digest(self._key, client.encode(), hashlib.sha256)[:16]
