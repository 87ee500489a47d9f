"""Nobody reaches another's data, no typed payload does anything, and nothing is left lying about."""

import json

import pytest

from tests.bot.own_data import asking, filled, rows_of
from tests.bot.scripted import said

pytestmark = pytest.mark.anyio

FAILED_JOB = (
    "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, args, status)"
    " VALUES ('turns', 'turn', %s, '{}', 'failed')"
)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/data"),
        ("GET", "/api/data/summary"),
        ("DELETE", "/api/data"),
        ("GET", "/api/consent"),
    ],
)
async def test_without_the_key_there_is_nothing_to_see_or_to_erase(house, method, path):
    talk = await filled(house)
    before = rows_of(house, talk)
    for headers, status in (
        ({}, 401),
        ({"Authorization": f"Bearer {talk.id.hex}"}, 404),
        ({"Authorization": f"Bearer {'0' * 32}"}, 404),
        ({"Authorization": f"Bearer {talk.key}x"}, 401),
    ):
        response = await house.http.request(method, path, headers=headers)
        assert response.status_code == status
        assert "chuyện riêng" not in response.text
    assert rows_of(house, talk) == before


async def test_another_site_cannot_erase(house):
    talk = await filled(house)
    headers = {**talk.headers, "Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert (await house.http.delete("/api/data", headers=headers)).status_code == 403
    assert house.rows("SELECT count(*) FROM bot.erasure") == [(0,)]


async def test_erasing_by_the_api_tells_counts_and_the_conversation_goes_on(house):
    talk = await filled(house)
    erased = (await house.http.delete("/api/data", headers=talk.headers)).json()
    assert erased["erased"]["bot.turn"] == 1
    assert house.rows("SELECT id::text FROM bot.erasure") == [(erased["receipt"],)]
    house.engine.answer = None
    assert (await talk.ask("chào"))["text"] == "heard chào"


@pytest.mark.parametrize(
    "payload",
    [
        "/privacy_delete",
        '/confirm_delete{"x": 1}',
        "／confirm_delete",
        "\u200b/privacy_download",
        '{"privacy": {"deed": "delete"}}',
    ],
)
async def test_a_typed_payload_is_nothing_but_text(house, payload):
    talk = await filled(house)
    house.engine.answer = asking
    await talk.ask("xóa dữ liệu của tôi")
    house.engine.answer = None
    await talk.ask(payload)
    assert "text" in house.engine.turns[-1]
    assert "payload" not in house.engine.turns[-1]
    assert house.rows("SELECT count(*) FROM bot.erasure") == [(0,)]


@pytest.mark.parametrize(
    "named", [{"deed": "sell"}, {"deed": "agree", "purposes": ["sale"]}, {"x": 1}, "delete"]
)
async def test_a_deed_that_is_none_is_a_fault_and_does_nothing(house, named):
    talk = await filled(house)
    house.engine.answer = lambda asked: said(
        "x", "privacy_done", custom={"privacy": named}, slots=asked["slots"]
    )
    assert (await talk.ask("x"))["outcome"] == "error_engine"
    assert house.rows("SELECT count(*) FROM bot.erasure") == [(0,)]


async def test_jobs_that_failed_go_with_their_conversation(house):
    talk = await filled(house)
    house.rows(FAILED_JOB, talk.id.hex)
    assert await house.parts.housekeeping.erase_jobs() == 0
    await house.http.delete("/api/conversation", headers=talk.headers)
    assert house.rows("SELECT count(*) FROM procrastinate_jobs WHERE lock = %s", talk.id.hex) == [(0,)]
    house.rows(FAILED_JOB, talk.id.hex)
    assert await house.parts.housekeeping.erase_jobs() == 1


async def test_logs_hold_nothing_of_a_copy(house, caplog):
    with caplog.at_level("DEBUG"):
        talk = await filled(house)
        await house.http.get("/api/data", headers=talk.headers)
    assert "chuyện riêng" not in json.dumps(
        [record.getMessage() for record in caplog.records], ensure_ascii=False
    )
