"""The pool of connections, before, during and after the server is away."""

import asyncio
import time

import pytest

from office.database import Database, DatabaseUnavailable


async def write_half(database):
    async with database.transaction() as connection:
        await connection.execute("INSERT INTO note VALUES ('x')")
        raise ValueError("half way")


def test_a_transaction_that_fails_leaves_nothing(empty_database):
    async def scene():
        async with Database(empty_database) as database:
            async with database.transaction() as connection:
                await connection.execute("CREATE TABLE note (text text)")
            with pytest.raises(ValueError, match="half way"):
                await write_half(database)
            async with database.transaction() as connection:
                rows = await (await connection.execute("SELECT * FROM note")).fetchall()
        assert rows == []

    asyncio.run(scene())


def test_a_server_that_is_away_is_admitted_within_seconds():
    async def scene():
        async with Database("host=127.0.0.1 port=9", wait_seconds=0.5) as database:
            assert not await database.answers()
            with pytest.raises(DatabaseUnavailable):
                async with database.transaction():
                    pass

    started = time.monotonic()
    asyncio.run(scene())
    assert time.monotonic() - started < 5


def test_work_goes_on_after_the_server_has_cut_every_connection(empty_database):
    async def scene():
        async with Database(empty_database) as database:
            assert await database.answers()
            async with Database(empty_database) as other, other.transaction() as connection:
                await connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            assert await database.answers()

    asyncio.run(scene())
