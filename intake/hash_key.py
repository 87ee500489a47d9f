"""Whether the database was written with the key that we have: with another one every proof would be refused."""

from __future__ import annotations

import logging

from intake.errors import IntakeError
from intake.keyed_hash import KeyedHash
from office.database import Connection, Database

_MINE = "INSERT INTO intake.hash_key (fingerprint) VALUES (%s) ON CONFLICT DO NOTHING"
_KNOWN = "SELECT fingerprint FROM intake.hash_key FOR UPDATE"
_RENEW = "UPDATE intake.hash_key SET fingerprint = %s"
_HAS_REAL = "SELECT EXISTS (SELECT FROM intake.dossier WHERE NOT made_up) AS has_real"
_REMOVE = "DELETE FROM intake.dossier WHERE made_up"

log = logging.getLogger(__name__)


class WrongHashKey(IntakeError):
    """Real dossiers are there whose proofs this key cannot check."""


class HashKeyHold:
    """Holds the database to one key."""

    def __init__(self, database: Database, hash_key: str) -> None:
        self._database = database
        self._fingerprint = KeyedHash(hash_key)("fingerprint")

    async def check(self) -> None:
        """Leave our mark in a new database. With another key, made-up dossiers go; raise WrongHashKey for real ones."""
        async with self._database.transaction() as connection:
            await connection.execute(_MINE, [self._fingerprint])
            row = await (await connection.execute(_KNOWN)).fetchone()
            if row is None or bytes(row["fingerprint"]) != self._fingerprint:
                await self._begin_anew(connection)

    async def _begin_anew(self, connection: Connection) -> None:
        row = await (await connection.execute(_HAS_REAL)).fetchone()
        if row is None or row["has_real"]:
            raise WrongHashKey(
                "secrets.json in the state folder is not the one that the dossiers in the database were written with, "
                "so every slip would be refused. Put it back from the backup, or use another database."
            )
        removed = (await connection.execute(_REMOVE)).rowcount
        await connection.execute(_RENEW, [self._fingerprint])
        log.warning(
            "the secrets are new: %d made-up dossiers are gone, those of made_up.yml come back", removed
        )
