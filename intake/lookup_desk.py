"""The look-up desk: a proof becomes a token, a token opens a dossier; every refusal is the same.

Whatever the cause of a refusal, the same statements run and the same hashes are computed and compared.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable
from datetime import datetime

from intake import attempts, store
from intake.attempts import Asker, AttemptKind, AttemptOutcome, Limits
from intake.dossier import Dossier
from intake.errors import LookupRefused
from intake.factor import Digests, Factor, FactorKind
from intake.keyed_hash import KeyedHash
from intake.tokens import Tokens
from office.database import Database
from office.dossier_code import DossierCode, InvalidDossierCode
from office.working_days import now_in_viet_nam


class LookupDesk:
    """Checks proofs, counts failures, opens dossiers to who has proved a right to them."""

    def __init__(
        self,
        database: Database,
        hash_key: str,
        *,
        limits: Limits | None = None,
        now: Callable[[], datetime] = now_in_viet_nam,
    ) -> None:
        self._database = database
        self._hash = KeyedHash(hash_key)
        self._tokens = Tokens(self._hash)
        self._limits = limits or Limits()
        self._now = now
        self._nobodys = {kind: secrets.token_bytes(32) for kind in FactorKind}

    async def prove(self, code: str, factor_text: str, *, session: str, client: str) -> str:
        """Return a token for this dossier and session, or raise LookupRefused.

        ``client``: the address from which it was asked; where there is none, the session stands for it.
        """
        code, now = _canonical(code), self._now()
        asker = self._asker(code, session, client)
        factor = Factor.read(factor_text)
        kind = AttemptKind.KEY if factor.digits is None else AttemptKind.DIGITS
        given = factor.digests(code, self._hash)
        token = ""
        async with self._database.transaction() as connection:
            await attempts.take_turn(connection, asker)
            tally = await attempts.tally(connection, asker, code, now)
            dossier = await store.find(connection, code)
            stored = await store.stored_digests(connection, code)
            lock = tally.lock(kind, self._limits)
            matches = self._matches(given, {} if lock else stored)
            outcome = lock or _outcome(dossier, matches)
            await attempts.record(connection, asker, kind, outcome, now, self._limits.kept)
            if outcome is AttemptOutcome.ACCEPTED:
                token = await self._tokens.issue(connection, code, asker.session, now)
        if not token:
            raise LookupRefused
        return token

    async def look_up(self, code: str, token: str, *, session: str) -> Dossier:
        """Return the dossier that the token was issued for in this session, or raise LookupRefused."""
        code, now = _canonical(code), self._now()
        asker = self._asker(code, session, "")
        async with self._database.transaction() as connection:
            holds = await self._tokens.holds(connection, token, code, asker.session, now)
            dossier = await store.find(connection, code)
            outcome = AttemptOutcome.ACCEPTED if holds else AttemptOutcome.WRONG_TOKEN
            await attempts.record(connection, asker, AttemptKind.TOKEN, outcome, now, self._limits.kept)
        if dossier is None or not holds:
            raise LookupRefused
        return dossier

    def _asker(self, code: str, session: str, client: str) -> Asker:
        client_hash = self._hash("client", client) if client else self._hash("client of session", session)
        return Asker(self._hash("code", code), self._hash("session", session), client_hash)

    def _matches(self, given: Digests, stored: Digests) -> bool:
        """Compare every kind, in constant time; what a dossier does not have is compared with noise."""
        compared = [
            hmac.compare_digest(given[kind], stored.get(kind, self._nobodys[kind])) for kind in FactorKind
        ]
        return any(compared)


def _canonical(code: str) -> str:
    """Return the code as it is stored, or an empty one, which no dossier has."""
    try:
        return str(DossierCode.parse(code))
    except InvalidDossierCode:
        return ""


def _outcome(dossier: Dossier | None, matches: bool) -> AttemptOutcome:
    if dossier is None:
        return AttemptOutcome.NOT_FOUND
    return AttemptOutcome.ACCEPTED if matches else AttemptOutcome.WRONG_FACTOR
