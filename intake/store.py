"""Dossiers in PostgreSQL. Moves are only ever added; two rival moves cannot both get in."""

from __future__ import annotations

from datetime import datetime

from psycopg.errors import UniqueViolation

from intake.dossier import ApplicantKind, Dossier, Move
from intake.errors import DossierNotFound, StaleDossier
from intake.factor import Digests, FactorKind
from intake.status import Status
from office.database import Connection, Database
from office.dossier_code import DossierCode

_FIND = """
SELECT d.code, d.procedure, d.applicant_kind, d.received_on, d.place,
       m.status, m.moved_at, m.officer, m.reason, m.due_on, m.answer_by
FROM intake.dossier d JOIN intake.move m ON m.dossier = d.code
WHERE d.code = %s ORDER BY m.number
"""
_REGISTER = """
INSERT INTO intake.dossier (code, procedure, applicant_kind, received_on, place, made_up, registered_at)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING code
"""
_MOVE = """
INSERT INTO intake.move (dossier, number, status, moved_at, officer, reason, due_on, answer_by)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""


class DossierStore:
    """Reads dossiers and adds moves to them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, code: str) -> Dossier:
        """Return a dossier with all its moves, or raise DossierNotFound."""
        async with self._database.transaction() as connection:
            dossier = await find(connection, code)
        if dossier is None:
            raise DossierNotFound
        return dossier

    async def move(self, code: str, seen_version: int, move: Move) -> Dossier:
        """Add a move to the version that the caller has seen.

        Raises DossierNotFound, IllegalMove, or StaleDossier when another move came first.
        """
        try:
            async with self._database.transaction() as connection:
                dossier = await find(connection, code)
                if dossier is None:
                    raise DossierNotFound
                if dossier.version != seen_version:
                    raise StaleDossier
                moved = dossier.after(move)
                await _add_move(connection, code, moved.version, move)
        except UniqueViolation as error:
            raise StaleDossier from error
        return moved


async def find(connection: Connection, code: str) -> Dossier | None:
    """Return a dossier, or None."""
    rows = await (await connection.execute(_FIND, [code])).fetchall()
    if not rows:
        return None
    return Dossier(
        code=DossierCode(rows[0]["code"]),
        procedure=rows[0]["procedure"],
        applicant_kind=ApplicantKind(rows[0]["applicant_kind"]),
        received_on=rows[0]["received_on"],
        place=rows[0]["place"],
        moves=tuple(
            Move(
                Status(row["status"]),
                row["moved_at"],
                row["officer"],
                row["reason"],
                row["due_on"],
                row["answer_by"],
            )
            for row in rows
        ),
    )


async def register(
    connection: Connection, dossier: Dossier, digests: Digests, *, at: datetime, made_up: bool
) -> bool:
    """Write a new dossier with its moves and the keyed hashes of its proofs; False if the code is taken."""
    code = str(dossier.code)
    head = [code, dossier.procedure, dossier.applicant_kind, dossier.received_on, dossier.place, made_up, at]
    if not await (await connection.execute(_REGISTER, head)).fetchone():
        return False
    for number, move in enumerate(dossier.moves, 1):
        await _add_move(connection, code, number, move)
    for kind, value in digests.items():
        await connection.execute("INSERT INTO intake.proof_factor VALUES (%s, %s, %s)", [code, kind, value])
    return True


async def remove_made_up(connection: Connection, code: str) -> None:
    """Delete a made-up dossier with its moves, proofs and tokens; one that is not made up stays."""
    await connection.execute("DELETE FROM intake.dossier WHERE code = %s AND made_up", [code])


async def stored_digests(connection: Connection, code: str) -> Digests:
    """Return the keyed hashes of a dossier's proofs; empty for an unknown code."""
    rows = await connection.execute("SELECT kind, digest FROM intake.proof_factor WHERE dossier = %s", [code])
    return {FactorKind(row["kind"]): bytes(row["digest"]) for row in await rows.fetchall()}


async def _add_move(connection: Connection, code: str, number: int, move: Move) -> None:
    await connection.execute(
        _MOVE,
        [
            code,
            number,
            move.status,
            move.moved_at,
            move.officer,
            move.reason,
            move.due_on,
            move.answer_by,
        ],
    )
