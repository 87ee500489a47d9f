"""Whatever is down, slow or talks nonsense: a true sentence in time, and back to normal afterwards."""

import asyncio
import time
from contextlib import contextmanager

import httpx
import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from office.wording import Fault, wording
from tests.bot.house import House, settings_for
from tests.bot.scripted import NOTHING_FROM_ACTIONS, said

pytestmark = pytest.mark.anyio


def refuse(asked):
    raise httpx.ConnectError("nobody listens")


def hang(asked):
    raise httpx.ReadTimeout("no answer")


@pytest.fixture
def idle_house(dsn, tmp_path):
    quick = {"engine_patience_seconds": 0.3, "turn_seconds": 2.0, "engine_timeout_seconds": 1.5}
    return House(dsn, settings_for(tmp_path, **quick))


NONSENSE = {
    "down": refuse,
    "silent": hang,
    "500": lambda asked: httpx.Response(500),
    "503": lambda asked: httpx.Response(503, text="busy"),
    "403": lambda asked: httpx.Response(403),
    "not json": lambda asked: httpx.Response(200, content=b"\xff\xfe<html>"),
    "a list": lambda asked: httpx.Response(200, json=[]),
    "null": lambda asked: httpx.Response(200, json=None),
    "empty": lambda asked: {**said("x"), "messages": []},
    "blank": lambda asked: said("  "),
    "no outcome": lambda asked: said("x", None),
    "unknown outcome": lambda asked: said("x", "splendid"),
    "no slots": lambda asked: {"messages": []},
    "wrong buttons": lambda asked: said("x", buttons=[{"title": "a"}]),
    "cut in the middle": lambda asked: httpx.Response(200, content=b'{"messages": ['),
}


@pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE)
async def test_an_engine_at_fault_is_admitted(house, answer):
    house.engine.answer = answer
    reply = await (await house.begin()).ask("tách thửa cần gì")
    assert reply["outcome"] == "error_engine"
    assert reply["text"] == wording(Fault.ENGINE_DOWN)


async def test_a_silent_action_server_is_admitted_as_such(house):
    house.engine.answer = lambda asked: NOTHING_FROM_ACTIONS
    reply = await (await house.begin()).ask("tách thửa cần gì")
    assert (reply["outcome"], reply["text"]) == ("error_actions", wording(Fault.ACTIONS_DOWN))


async def test_an_engine_that_comes_back_within_the_turn_is_not_missed(house):
    answers = iter([refuse, refuse])
    house.engine.answer = lambda asked: next(answers, house.engine.echo)(asked)
    assert (await (await house.begin()).ask("chào"))["outcome"] == "answered"


async def test_an_action_that_took_its_time_to_fail_is_not_repeated(house):
    house.engine.delay = 1.1
    house.engine.answer = lambda asked: NOTHING_FROM_ACTIONS
    assert (await (await house.begin()).ask("chào"))["outcome"] == "error_actions"
    assert len(house.engine.turns) == 1


async def test_a_turn_that_timed_out_is_not_repeated(house):
    house.engine.answer = hang
    await (await house.begin()).ask("chào")
    assert len(house.engine.turns) == 1


async def test_an_engine_that_has_been_away_is_not_waited_for_again_by_everyone(house):
    house.engine.answer = refuse
    talk = await house.begin()
    await talk.ask("một")
    began = time.monotonic()
    await talk.ask("hai")
    assert time.monotonic() - began < 0.3
    house.engine.answer = None
    assert (await talk.ask("ba"))["outcome"] == "answered"


async def test_a_fault_keeps_what_the_conversation_remembers(house):
    house.engine.answer = lambda asked: said("x", slots={"procedure": "1.012784"})
    talk = await house.begin()
    await talk.ask("tách thửa")
    house.engine.answer = refuse
    await talk.ask("phí?")
    house.engine.answer = None
    await talk.ask("phí?")
    assert house.engine.turns[-1]["slots"] == {"procedure": "1.012784"}


async def test_whoever_waits_too_long_hears_that_the_answer_is_coming(idle_house):
    late = {"interim_seconds": 0.3, "turn_seconds": 6.0, "engine_timeout_seconds": 6.0}
    idle_house.settings = idle_house.settings.model_copy(update=late)
    idle_house.engine.delay = 2.0
    async with idle_house.running() as house:
        talk = await house.begin()
        await talk.send("chào")
        interim, answer = await talk.replies(2)
        assert (interim["text"], interim["interim"]) == (wording(Fault.STILL_WORKING), True)
        assert (answer["text"], answer["interim"]) == ("heard chào", False)


async def test_a_fault_of_our_own_is_answered_and_logged_without_the_text(house, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError("bí mật 0912345678")

    monkeypatch.setattr("bot.assistant.clean", broken)
    reply = await (await house.begin()).ask("chuyện riêng")
    assert reply["outcome"] == "error_engine"
    assert "chuyện riêng" not in caplog.text


async def test_a_lost_database_is_admitted_and_what_was_taken_in_is_answered_when_it_is_back(house):
    house.engine.delay = 0.5
    talk = await house.begin()
    await talk.send("trước khi mất")
    await asyncio.sleep(0.2)
    with database_away(house.dsn):
        response = await talk.send("trong khi mất")
        assert response.status_code == 503
        assert response.json()["outcome"] == "error_overloaded"
        assert (await house.ask("chào")).status_code == 503
        assert (await house.http.get("/readyz")).json()["parts"]["database"] == "down"
        await asyncio.sleep(1.5)
    back = time.monotonic()
    await talk.send("sau khi mất")
    final = [reply["text"] for reply in await talk.replies(3) if not reply["interim"]]
    assert final == ["heard trước khi mất", "heard sau khi mất"]
    assert time.monotonic() - back < 5


@contextmanager
def database_away(dsn):
    """No connection lives and none is let in, as when the server is down."""
    address = conninfo_to_dict(dsn)
    name = address.pop("dbname")
    with psycopg.connect(make_conninfo(**address, dbname="postgres"), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        yield
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
