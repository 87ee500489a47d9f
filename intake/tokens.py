"""Tokens: a proof once given holds for a while, in the session it was given in."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from intake.keyed_hash import KeyedHash
from office.database import Connection

LIFETIME = timedelta(minutes=15)
_BYTES = 16

_ISSUE = "INSERT INTO intake.proof_token (digest, dossier, session, expires_at) VALUES (%s, %s, %s, %s)"
_CHECK = """
SELECT EXISTS (SELECT FROM intake.proof_token
               WHERE digest = %s AND dossier = %s AND session = %s AND expires_at > %s) AS holds
"""


class Tokens:
    """Issues tokens of 128 bits and keeps their keyed hashes only."""

    def __init__(self, keyed_hash: KeyedHash) -> None:
        self._hash = keyed_hash

    async def issue(self, connection: Connection, code: str, session: bytes, now: datetime) -> str:
        """Return a new token; sweeps away those that have expired."""
        token = secrets.token_urlsafe(_BYTES)
        await connection.execute("DELETE FROM intake.proof_token WHERE expires_at <= %s", [now])
        await connection.execute(_ISSUE, [self._hash("token", token), code, session, now + LIFETIME])
        return token

    async def holds(
        self, connection: Connection, token: str, code: str, session: bytes, now: datetime
    ) -> bool:
        """Tell whether the token was issued for this dossier and session and has not expired."""
        row = await (
            await connection.execute(_CHECK, [self._hash("token", token), code, session, now])
        ).fetchone()
        return row is not None and bool(row["holds"])
