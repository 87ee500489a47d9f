"""Every attempt to look up a dossier: one row each, and the counts that limits are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from office.database import Connection

# Failures before a dossier was registered (a made-up one may be loaded again) do not count against it.
_TALLY = """
SELECT count(*) FILTER (WHERE session = %(session)s AND at > %(session_since)s) AS by_session,
       count(*) FILTER (WHERE kind = 'digits') AS digits,
       count(*) FILTER (WHERE kind = 'key') AS keys
FROM intake.attempt
WHERE code = %(code)s AND at > %(code_since)s AND outcome IN ('wrong_factor', 'not_found')
  AND at >= coalesce((SELECT registered_at FROM intake.dossier WHERE code = %(dossier)s), '-infinity')
"""
_CLIENT_TALLY = """
SELECT count(*) FILTER (WHERE kind = 'digits') AS digits_by_client,
       count(*) FILTER (WHERE kind = 'key') AS keys_by_client
FROM intake.attempt
WHERE client = %(client)s AND at > %(client_since)s AND outcome IN ('wrong_factor', 'not_found')
"""
_RECORD = """
INSERT INTO intake.attempt (at, code, session, client, kind, outcome) VALUES (%s, %s, %s, %s, %s, %s)
"""
_SESSION_WINDOW = timedelta(minutes=15)
_CODE_WINDOW = timedelta(days=1)
_CLIENT_WINDOW = timedelta(hours=1)


class AttemptKind(StrEnum):
    """What was given."""

    DIGITS = "digits"
    KEY = "key"
    TOKEN = "token"  # noqa: S105


class AttemptOutcome(StrEnum):
    """How it ended; the citizen hears of all failures in the same words."""

    ACCEPTED = "accepted"
    WRONG_FACTOR = "wrong_factor"
    NOT_FOUND = "not_found"
    LOCKED_SESSION = "locked_session"
    LOCKED_CODE = "locked_code"
    LOCKED_CLIENT = "locked_client"
    WRONG_TOKEN = "wrong_token"  # noqa: S105


@dataclass(frozen=True)
class Limits:
    """Failures after which a proof is no longer compared.

    Six digits and five tries a day, each compared with CCCD and phone, leave a stranger one chance in 100,000 a day
    for a chosen dossier. Keys are longer and have a counter of their own, so that who hammers digits does not shut
    out the slip's owner. A client has as many wrong digits in an hour, and apart from them as many wrong keys, over
    all dossiers: who goes from code to code has one chance in 350 a day to open any. Attempts are ``kept`` that long.
    """

    by_session: int = 5
    digits_by_code: int = 5
    keys_by_code: int = 20
    by_client: int = 60
    kept: timedelta = timedelta(days=180)


@dataclass(frozen=True)
class Asker:
    """Who tries what, as keyed hashes."""

    code: bytes
    session: bytes
    client: bytes


@dataclass(frozen=True)
class Tally:
    """Failures so far: for one code, of this session in 15 minutes and of all in a day; of this client in an hour."""

    by_session: int
    digits: int
    keys: int
    digits_by_client: int
    keys_by_client: int

    def lock(self, kind: AttemptKind, limits: Limits) -> AttemptOutcome | None:
        """Return why this attempt is not compared, or None."""
        if self.by_session >= limits.by_session:
            return AttemptOutcome.LOCKED_SESSION
        tried, allowed, by_client = (
            (self.digits, limits.digits_by_code, self.digits_by_client)
            if kind is AttemptKind.DIGITS
            else (self.keys, limits.keys_by_code, self.keys_by_client)
        )
        if tried >= allowed:
            return AttemptOutcome.LOCKED_CODE
        return AttemptOutcome.LOCKED_CLIENT if by_client >= limits.by_client else None


async def take_turn(connection: Connection, asker: Asker) -> None:
    """Wait until no other attempt at this code or by this client is under way; held to the end of the transaction.

    The code always comes first, so that two attempts never wait for each other.
    """
    for who in (asker.code, asker.client):
        number = int.from_bytes(who[:8], "big", signed=True)
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", [number])


async def tally(connection: Connection, asker: Asker, dossier: str, now: datetime) -> Tally:
    """Count the failures that weigh on this attempt."""
    asked = {
        "code": asker.code,
        "session": asker.session,
        "dossier": dossier,
        "session_since": now - _SESSION_WINDOW,
        "code_since": now - _CODE_WINDOW,
        "client": asker.client,
        "client_since": now - _CLIENT_WINDOW,
    }
    by_code = await (await connection.execute(_TALLY, asked)).fetchone()
    by_client = await (await connection.execute(_CLIENT_TALLY, asked)).fetchone()
    assert by_code is not None
    assert by_client is not None
    return Tally(**by_code, **by_client)


async def record(
    connection: Connection,
    asker: Asker,
    kind: AttemptKind,
    outcome: AttemptOutcome,
    now: datetime,
    kept: timedelta,
) -> None:
    """Write the attempt down: who, when, with what kind of proof, how it ended; never the proof. Old rows go."""
    await connection.execute("DELETE FROM intake.attempt WHERE at < %s", [now - kept])
    await connection.execute(_RECORD, [now, asker.code, asker.session, asker.client, kind, outcome])
