"""Whoever asks too much, too slowly or without a key takes nothing from the others."""

import asyncio
import json
from uuid import uuid4

import pytest

from bot.allowance import Allowance
from bot.api.body import NotFlat, read_flat
from bot.api.whole_body import CutShort, TooLarge, TooSlow, whole_body
from bot.errors import TooMany
from tests.bot.house import BASE

JSON = {"Content-Type": "application/json"}


async def unread(request_body):
    """Yield a body that must not be read."""
    raise AssertionError("the body was read")
    yield request_body


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("{}", {}),
        (' {"a" : "b" , "c":true,"d":null, "e":-1.5e3 } ', {"a": "b", "c": True, "d": None, "e": -1500.0}),
        ('{"a":"\\ud83d\\ude00"}', {"a": "😀"}),
        ('{"a":"x\\ud800"}', {"a": "x\ufffd"}),
        ('{"a":1,"a":2}', {"a": 2}),
    ],
)
def test_a_flat_object_is_read(text, members):
    assert read_flat(text) == members


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"a"}',
        '{"a":[]}',
        '{"a":{}}',
        '{"a":1,}',
        "{,}",
        '{"a":NaN}',
        "{} {}",
        '{"a":"b}',
        "{a:1}",
    ],
)
def test_everything_else_is_not(text):
    with pytest.raises((NotFlat, json.JSONDecodeError)):
        read_flat(text)


def test_an_object_of_many_members_is_not_read_to_its_end():
    with pytest.raises(NotFlat):
        read_flat("{" + ",".join(f'"{n}":0' for n in range(9)) + ", here it is no JSON any more")


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/api/messages", "/internal/ask"])
async def test_a_body_without_key_or_secret_is_not_even_read(resting_house, path):
    response = await resting_house.http.post(path, headers=JSON, content=unread(b""))
    assert response.json()["error"] == ("no_key" if "api" in path else "forbidden")


@pytest.mark.anyio
async def test_where_little_is_said_little_is_read(resting_house):
    talk = await resting_house.begin()
    body = json.dumps({"keep_transcript": True, "x": "x" * 5000})
    response = await resting_house.http.put("/api/consent", headers={**talk.headers, **JSON}, content=body)
    assert response.json()["error"] == "too_large"


def receiving(*messages, pause=0.0):
    waiting = list(messages)

    async def receive():
        await asyncio.sleep(pause)
        return waiting.pop(0)

    return receive


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("receive", "error"),
    [
        (receiving({"type": "http.request", "body": b"x" * 11}), TooLarge),
        (receiving({"type": "http.request", "body": b"x", "more_body": True}, pause=0.2), TooSlow),
        (
            receiving({"type": "http.request", "body": b"x", "more_body": True}, {"type": "http.disconnect"}),
            CutShort,
        ),
    ],
)
async def test_a_body_that_is_too_long_too_slow_or_cut_is_no_body(receive, error):
    with pytest.raises(error):
        await whole_body(receive, 10, within=0.1)


def test_a_client_gets_its_share_and_more_with_time():
    now = [0.0]
    allowance = Allowance(60, clock=lambda: now[0])
    for _ in range(60):
        allowance.take("a")
    with pytest.raises(TooMany):
        allowance.take("a")
    allowance.take("b")
    now[0] = 2.0
    allowance.take("a")


@pytest.mark.anyio
async def test_one_client_cannot_fill_the_queue_and_others_are_served(idle_house):
    idle_house.settings = idle_house.settings.model_copy(update={"queued_by_client": 3})
    idle_house.engine.delay = 2.0
    async with idle_house.running() as house:
        talks = [await house.begin() for _ in range(5)]
        answers = [await talk.send("chào") for talk in talks]
        assert [answer.status_code for answer in answers] == [202, 202, 202, 429, 429]
        assert answers[-1].headers["Retry-After"] == "60"
        assert (await house.ask("chào")).status_code == 200
    assert house.rows(
        "SELECT count(*) FROM bot.inbox WHERE client IS NOT NULL AND answered_at IS NOT NULL"
    ) == [(0,)]


@pytest.mark.anyio
async def test_too_many_beginnings_of_one_client_are_told_so(idle_house):
    idle_house.settings = idle_house.settings.model_copy(update={"conversations_a_minute": 2})
    async with idle_house.resting() as house:
        statuses = [(await house.http.post("/api/conversations")).status_code for _ in range(3)]
    assert statuses == [201, 201, 429]


@pytest.mark.anyio
async def test_numbers_in_an_address_are_not_logged(resting_house, caplog):
    with caplog.at_level("INFO", logger="bot.access"):
        await resting_house.http.get("/0912345678")
        await resting_house.http.get(f"/api/messages?after={uuid4().int}")
    paths = [record.path for record in caplog.records if record.name == "bot.access"]
    assert paths == ["?", "/api/messages"]
    assert BASE not in caplog.text
