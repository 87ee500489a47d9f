"""Put made-up dossiers into the backend: each by the shortest legal history that ends in its status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from intake import store
from intake.dossier import Dossier
from intake.dossier_file import MadeUpDossier
from intake.errors import IntakeError
from intake.factor import ACCEPTED, Digests, FactorKind, digest
from intake.history import Wanted, made_up_moves
from intake.keyed_hash import KeyedHash
from office.database import Connection, Database
from office.working_days import now_in_viet_nam

LOADED_WITHIN_SECONDS = 60.0


class RealDossier(IntakeError):
    """A dossier that is not made up has this code; it is never replaced."""


class Loader:
    """Writes made-up dossiers; what they are proved with is kept as keyed hashes only."""

    def __init__(
        self, database: Database, hash_key: str, *, now: Callable[[], datetime] = now_in_viet_nam
    ) -> None:
        self._database = database
        self._hash = KeyedHash(hash_key)
        self._now = now

    async def replace(self, entries: Sequence[MadeUpDossier]) -> None:
        """Load all or none; a made-up dossier of the same code goes, with its tokens and counts.

        Raises RealDossier, naming the code.
        """
        async with self._database.transaction(seconds=LOADED_WITHIN_SECONDS) as connection:
            for entry in entries:
                await store.remove_made_up(connection, str(entry.code))
                if not await self._register(connection, entry):
                    raise RealDossier(str(entry.code))

    async def add_missing(self, entries: Sequence[MadeUpDossier]) -> None:
        """Load what is not there yet and leave the rest as it is."""
        async with self._database.transaction(seconds=LOADED_WITHIN_SECONDS) as connection:
            for entry in entries:
                await self._register(connection, entry)

    async def _register(self, connection: Connection, entry: MadeUpDossier) -> bool:
        now = self._now()
        dossier = made_up(entry, now)
        return await store.register(connection, dossier, self._digests(entry), at=now, made_up=True)

    def _digests(self, entry: MadeUpDossier) -> Digests:
        written = {
            FactorKind.LOOKUP_KEY: entry.lookup_key,
            FactorKind.ID: entry.id_last6,
            FactorKind.PHONE: entry.phone_last6,
        }
        return {
            kind: digest(self._hash, str(entry.code), kind, value)
            for kind, value in written.items()
            if value and kind in ACCEPTED[entry.applicant_kind]
        }


def made_up(entry: MadeUpDossier, now: datetime) -> Dossier:
    """Return the dossier that an entry describes, with a history."""
    wanted = Wanted(
        status=entry.status,
        received_on=entry.received_on,
        due_on=entry.due_on,
        reason=entry.supplement.text,
        asked_on=entry.supplement.asked_on,
        answer_by=entry.supplement.answer_by,
        finished_on=entry.finished_on,
    )
    return Dossier(
        code=entry.code,
        procedure=entry.procedure,
        applicant_kind=entry.applicant_kind,
        received_on=entry.received_on,
        moves=made_up_moves(wanted, now.date()),
        place=entry.place,
    )
