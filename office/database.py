"""PostgreSQL: one pool of connections for each process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from office.silence import cut_after

Connection = AsyncConnection[DictRow]

_CHECK_SECONDS = 1.0


class DatabaseUnavailable(Exception):
    """PostgreSQL did not answer in time, or broke off; asking again later may work."""


class DatabaseBusy(DatabaseUnavailable):
    """Every connection was taken for too long: the server may be well, this process has too much to do."""


class Database:
    """Hands out connections; opens without a server and finds it again after it was away.

    A connection is checked before it is handed out. While the server is away an attempt is made at most
    one second after the last, so that work resumes within two seconds of its return.
    """

    def __init__(
        self,
        dsn: str,
        *,
        max_size: int = 8,
        wait_seconds: float = 2.0,
        statement_seconds: float = 3.0,
        transaction_seconds: float = 4.0,
    ) -> None:
        self._transaction_seconds = transaction_seconds
        self._in_use = 0
        self._statement_timeout = f"SET statement_timeout = {int(statement_seconds * 1000)}"
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            dsn,
            min_size=1,
            max_size=max_size,
            open=False,
            timeout=wait_seconds,
            reconnect_timeout=1.5,
            check=_check,
            configure=self._configure,
            kwargs=_connection_settings(),
        )

    async def open(self) -> None:
        """Begin connecting in the background; does not wait for the server."""
        await self._pool.open(wait=False)

    async def close(self) -> None:
        """Close every connection."""
        await self._pool.close()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def transaction(self, *, seconds: float | None = None) -> AsyncIterator[Connection]:
        """One transaction: committed at the end, rolled back on any exception.

        It may take four seconds, so that a citizen hears in time of a silent server; ``seconds`` allows work
        that nobody waits for more, in each of its statements too.
        Rows come as dictionaries. Raises DatabaseUnavailable for a server that is away, slow or stopped
        in the middle; other database errors pass as psycopg raises them.
        """
        try:
            connection = await self._pool.getconn()
            self._in_use += 1
            try:
                with cut_after(connection, seconds or self._transaction_seconds):
                    async with connection:
                        if seconds:
                            await connection.execute(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
                        yield connection
            finally:
                self._in_use -= 1
                await self._pool.putconn(connection)
        except PoolTimeout as error:
            is_busy = self._in_use >= self._pool.max_size
            raise (DatabaseBusy if is_busy else DatabaseUnavailable)("PoolTimeout") from error
        except (psycopg.OperationalError, psycopg.InterfaceError) as error:
            raise DatabaseUnavailable(type(error).__name__) from error

    async def answers(self) -> bool:
        """Whether the server answers a query now."""
        try:
            async with self.transaction() as connection:
                await connection.execute("SELECT 1")
        except DatabaseUnavailable:
            return False
        return True

    async def _configure(self, connection: Connection) -> None:
        await connection.execute(self._statement_timeout)
        await connection.commit()


async def _check(connection: Connection) -> None:
    with cut_after(connection, _CHECK_SECONDS):
        await AsyncConnectionPool.check_connection(connection)


def _connection_settings() -> dict[str, Any]:
    return {
        "row_factory": dict_row,
        "connect_timeout": 2,
        "tcp_user_timeout": 5000,
        "keepalives_idle": 5,
        "application_name": "motcua",
    }
