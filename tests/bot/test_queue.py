"""The queue loses nothing and answers nothing twice, whoever dies."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.bot.house import SECRETS, House, settings_for

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]


@contextmanager
def worker_process(house, delay):
    """A second gateway on the same database, in a process that can be killed."""
    secrets = json.dumps(asdict(SECRETS))
    command = [
        sys.executable,
        "-m",
        "tests.bot.worker_process",
        house.dsn,
        str(house.settings.state_dir),
        secrets,
    ]
    process = subprocess.Popen([*command, str(delay)], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


async def until(house, query, within=20.0):
    give_up = time.monotonic() + within
    while not house.rows(query)[0][0]:
        assert time.monotonic() < give_up, query
        await asyncio.sleep(0.05)


async def test_a_worker_killed_in_the_middle_of_a_turn_loses_nothing(resting_house):
    house = resting_house
    talk = await house.begin()
    with worker_process(house, delay=30) as worker:
        for number in range(3):
            await talk.send(f"câu {number}")
        await until(house, "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'")
        os.kill(worker.pid, signal.SIGKILL)
        killed = time.monotonic()
    async with house.running():
        answers = [a["text"] for a in await talk.replies(3, within=20) if not a["interim"]]
        assert time.monotonic() - killed < 10
    assert answers == [f"heard câu {number}" for number in range(3)]
    assert house.rows("SELECT count(*) FROM bot.message WHERE author = 'bot' AND NOT interim") == [(4,)]
    assert house.rows("SELECT count(*) FROM procrastinate_jobs") == [(0,)]


async def test_a_gateway_that_is_told_to_stop_answers_what_it_has_begun(house):
    house.engine.delay = 0.6
    talk = await house.begin()
    await talk.send("chào")
    await asyncio.sleep(0.2)
    began = time.monotonic()
    await house.parts.queue.finish(within=7)
    assert time.monotonic() - began < 3
    assert house.rows("SELECT count(*) FROM bot.inbox WHERE answered_at IS NULL") == [(0,)]


async def test_a_turn_that_is_done_twice_is_said_once(house):
    talk = await house.begin()
    await talk.ask("chào")
    row = house.rows("SELECT id FROM bot.inbox")[0][0]
    house.rows("UPDATE bot.inbox SET answered_at = NULL")
    async with house.parts.database.transaction() as connection:
        await house.parts.queue.enqueue(connection, row, talk.id)
        await house.parts.queue.enqueue(connection, row, talk.id)
    await asyncio.sleep(1)
    assert house.rows("SELECT count(*) FROM bot.message WHERE author = 'bot'") == [(3,)]
    assert house.rows("SELECT count(*) FROM procrastinate_jobs") == [(0,)]


async def test_two_gateways_on_one_database_share_the_work_in_order(dsn, tmp_path):
    first, second = House(dsn, settings_for(tmp_path)), House(dsn, settings_for(tmp_path))
    async with first.running(), second.running():
        first.engine.delay = second.engine.delay = 0.05
        talks = [await first.begin() for _ in range(4)]
        for number in range(5):
            await asyncio.gather(*(talk.send(f"câu {number}") for talk in talks))
        for talk in talks:
            assert [a["text"] for a in await talk.replies(5)] == [
                f"heard câu {number}" for number in range(5)
            ]
        assert len(first.engine.turns) + len(second.engine.turns) == 20
        assert second.engine.turns


async def test_row_and_job_are_committed_together_or_not_at_all(resting_house, monkeypatch):
    async def fail(*_):
        raise RuntimeError

    talk = await resting_house.begin()
    monkeypatch.setattr(resting_house.parts.inbox, "_enqueue", fail)
    assert (await talk.send("chào")).status_code == 500
    assert resting_house.rows("SELECT count(*) FROM bot.inbox") == [(0,)]
    assert resting_house.rows("SELECT count(*) FROM procrastinate_jobs") == [(0,)]
