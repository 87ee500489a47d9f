"""What is kept of one conversation, by the registry: counts with their days, and all of it as a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import sql

from office.database import Connection
from office.personal_data.registry import Citizen, Table, registry
from office.settings import Settings

_SECRET_SLOTS = ("proof_token", "proved_dossiers")


@dataclass(frozen=True)
class Kept:
    """The rows of one table, how many, from when to when."""

    table: str
    title: str
    n: int
    first: datetime | None = None
    last: datetime | None = None


async def kept(connection: Connection, conversation: UUID) -> list[Kept]:
    """Count the conversation's rows in every table that the registry gives to citizens."""
    return [
        await _count(connection, name, table, citizen, conversation)
        for name, (table, citizen) in registry().of_citizen().items()
    ]


async def copy(connection: Connection, conversation: UUID, settings: Settings) -> list[dict[str, Any]]:
    """Return the conversation's rows in every such table, with what the registry says of it."""
    return [
        {
            "table": name,
            "title": table.title,
            "purpose": table.purpose,
            "ground": table.ground,
            "kept": [kept.told(settings) for kept in table.kept],
            "columns": {column: _meaning(table, column) for column in citizen.exported},
            "rows": await _rows(connection, name, citizen, conversation),
        }
        for name, (table, citizen) in registry().of_citizen().items()
    ]


async def _count(
    connection: Connection, name: str, table: Table, citizen: Citizen, conversation: UUID
) -> Kept:
    at = sql.Identifier(citizen.at) if citizen.at else sql.SQL("NULL::timestamptz")
    query = sql.SQL("SELECT count(*) AS n, min({at}) AS first, max({at}) AS last FROM {table} WHERE {mine}")
    row = await _one(connection, query.format(at=at, table=_table(name), mine=_mine(citizen)), conversation)
    return Kept(name, table.title, row["n"], row["first"], row["last"])


async def _rows(
    connection: Connection, name: str, citizen: Citizen, conversation: UUID
) -> Sequence[dict[str, Any]]:
    columns = sql.SQL(", ").join(map(sql.Identifier, citizen.exported))
    order = sql.Identifier(citizen.at or citizen.exported[0])
    query = sql.SQL("SELECT {columns} FROM {table} WHERE {mine} ORDER BY {order}").format(
        columns=columns, table=_table(name), mine=_mine(citizen), order=order
    )
    rows = await (await connection.execute(query, [conversation])).fetchall()
    return [{name: _open(value) for name, value in row.items()} for row in rows]


async def _one(connection: Connection, query: sql.Composed, conversation: UUID) -> dict[str, Any]:
    row = await (await connection.execute(query, [conversation])).fetchone()
    assert row is not None
    return row


def _mine(citizen: Citizen) -> sql.Composed:
    """Only rows of this conversation, and of them only those that hold something."""
    mine = sql.SQL("{own} = %s").format(own=sql.Identifier(citizen.own))
    if not citizen.only:
        return mine
    return mine + sql.SQL(" AND {only} IS NOT NULL").format(only=sql.Identifier(citizen.only))


def _table(name: str) -> sql.Identifier:
    return sql.Identifier(*name.split("."))


def _meaning(table: Table, column: str) -> str:
    assert not isinstance(table.columns, tuple)
    return table.columns[column]


def _open(value: Any) -> Any:
    """Return a value as JSON has it; of the slots not the keys that open a dossier."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: inner for name, inner in value.items() if name not in _SECRET_SLOTS}
    return value
