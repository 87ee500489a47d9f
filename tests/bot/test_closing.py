"""A gateway that is told to stop at any moment leaves nothing running behind it."""

import asyncio

import psycopg
import pytest

pytestmark = pytest.mark.anyio

CONNECTING_SECONDS = 0.15
ENDS_BY_ITSELF_SECONDS = 2  # a closed pool tells its scheduler to end, and does not wait for it


@pytest.fixture
def slow_database(monkeypatch):
    """Connecting takes so long that a stop falls into it."""
    connect = psycopg.AsyncConnection.connect.__func__

    async def slowly(cls, *arguments, **settings):
        await asyncio.sleep(CONNECTING_SECONDS)
        return await connect(cls, *arguments, **settings)

    monkeypatch.setattr(psycopg.AsyncConnection, "connect", classmethod(slowly))


@pytest.mark.parametrize("tenths_of_a_second", range(10))
async def test_a_stop_while_the_queue_opens_leaves_no_task(slow_database, idle_house, tenths_of_a_second):
    before = asyncio.all_tasks()
    async with idle_house.running():
        await asyncio.sleep(tenths_of_a_second / 10)
    if left := asyncio.all_tasks() - before:
        _, left = await asyncio.wait(left, timeout=ENDS_BY_ITSELF_SECONDS)
    assert [str(task.get_coro()) for task in left] == []
