"""A database server that keeps connections open and says nothing."""

import asyncio
import time
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from office.database import Database, DatabaseUnavailable
from tests.world.fault_proxy import fault_proxy

SOCKET = ".s.PGSQL.5432"


@pytest.fixture
def proxied(empty_database, tmp_path):
    """A proxy before the server, and the database's address through it."""
    behind = conninfo_to_dict(empty_database)
    with fault_proxy(tmp_path / SOCKET, Path(behind["host"], SOCKET)) as proxy:
        yield proxy, make_conninfo(**{**behind, "host": str(tmp_path)})


def test_silence_is_admitted_within_seconds_and_forgotten_at_once(proxied):
    proxy, dsn = proxied

    async def scene():
        async with Database(dsn) as database:
            assert await database.answers()
            proxy.fault = "slow"
            began = time.monotonic()
            assert not await database.answers()
            assert time.monotonic() - began < 5
            proxy.fault = ""
            began = time.monotonic()
            while not await database.answers():
                assert time.monotonic() - began < 3

    asyncio.run(scene())


def test_silence_in_the_middle_of_a_transaction_ends_it(proxied):
    proxy, dsn = proxied

    async def half(database):
        async with database.transaction() as connection:
            await connection.execute("CREATE TABLE note (text text)")
            proxy.fault = "slow"
            await connection.execute("SELECT 1")

    async def scene():
        async with Database(dsn, transaction_seconds=0.5) as database:
            began = time.monotonic()
            with pytest.raises(DatabaseUnavailable):
                await half(database)
            assert time.monotonic() - began < 2

    asyncio.run(scene())


def test_work_that_nobody_waits_for_may_take_longer(empty_database):
    async def scene():
        async with Database(empty_database, transaction_seconds=0.2, statement_seconds=0.2) as database:
            async with database.transaction(seconds=5) as connection:
                await connection.execute("SELECT pg_sleep(0.5)")
            assert await database.answers()
            with pytest.raises(DatabaseUnavailable):
                async with database.transaction() as connection:
                    await connection.execute("SELECT pg_sleep(0.5)")

    asyncio.run(scene())
