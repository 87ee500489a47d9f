"""Hostile bodies and headers: a 4xx with a Vietnamese sentence, never a 5xx, never an echo."""

import json
from itertools import product
from uuid import uuid4

import pytest

from bot.api.problem import problems
from tests.bot.house import SECRETS

pytestmark = pytest.mark.anyio

ID = str(uuid4())
RAW = [
    b"", b" ", b"null", b"true", b"1", b'""', b'"text"', b"[]", b"[[]]", b"{", b"}", b"{}", b"{]", b"nul", b"NaN",
    b"\xff\xfe\x00", b"\x80abc", b'{"text": "\xff"}', b"\xef\xbb\xbf{}", b"\x00", b"{" * 5000, b"[" * 100_000,
    b'{"a":' * 3000, b"1" * 10_000, b'{"id": 1e999}', b"<xml/>", b"id=1&text=x", b"--x\r\n", b"{'id': 1}",
    b'{"id": "' + ID.encode() + b'", "text": "a", "text": ["b"]}', b'{"text": "\\ud800"}', b'{"\\ud800": 1}',
    b'{"id": "\\u0000", "text": "x"}', b"Infinity", b"-", b'{"text"}', b"\r\n\r\n", b"%7B%7D",
]  # fmt: skip
VALUES = [None, 0, -1, 1.5, True, [], {}, "", "x", ["x"], {"a": 1}, "\ud800", "\0", "x" * 3000, 10**40]
FIELDS = ["id", "text", "button"]


def wrong_messages():
    """Every wrong value in every field, missing and superfluous fields among them."""
    for name, value in product(FIELDS, VALUES):
        if name == "text" and isinstance(value, str):
            continue
        yield {"id": ID, "text": "x", **({"button": value} if name == "button" else {name: value})}
    yield from (
        {"id": ID},
        {"text": "x"},
        {"id": ID, "text": "x", "button": "y"},
        {"id": ID, "text": "x", "z": 1},
    )


BODIES = RAW + [json.dumps(body).encode() for body in wrong_messages()]
CONSENTS = RAW + [json.dumps({"keep_transcript": value}).encode() for value in VALUES if value is not True]


def is_turned_down(response):
    problem = response.json()
    return 400 <= response.status_code < 500 and problem["text"] == problems()[problem["error"]]["text"]


async def test_a_hundred_hostile_messages_are_all_turned_down_with_a_sentence(house):
    talk = await house.begin()
    headers = {**talk.headers, "Content-Type": "application/json"}
    assert len(BODIES) >= 70
    for body in BODIES:
        response = await house.http.post("/api/messages", headers=headers, content=body)
        if response.status_code == 202:
            assert json.loads(body)["button"] is None, body[:80]
            continue
        assert is_turned_down(response), (body[:80], response.status_code)
        assert response.status_code in (400, 422)


async def test_hostile_consents_and_questions_are_turned_down_too(house):
    talk = await house.begin()
    headers = {**talk.headers, "Content-Type": "application/json"}
    for body in CONSENTS:
        response = await house.http.put("/api/consent", headers=headers, content=body)
        assert response.status_code == 200 or is_turned_down(response), body[:80]
    local = {"X-Motcua-Secret": SECRETS.local_secret, "Content-Type": "application/json"}
    for body in RAW:
        response = await house.http.post("/internal/ask", headers=local, content=body)
        assert response.status_code == 200 or is_turned_down(response), body[:80]


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"]
)
async def test_a_body_that_does_not_call_itself_json_is_turned_down(house, kind):
    talk = await house.begin()
    body = json.dumps({"id": ID, "text": "x"}).encode()
    headers = {**talk.headers, "Content-Type": kind}
    response = await house.http.post("/api/messages", headers=headers, content=body)
    assert is_turned_down(response)
    assert (response.status_code, response.json()["error"]) == (415, "wrong_type")


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "APPLICATION/JSON"])
async def test_json_may_name_its_letters(house, kind):
    talk = await house.begin()
    body = json.dumps({"id": ID, "text": "x"}).encode()
    headers = {**talk.headers, "Content-Type": kind}
    assert (await house.http.post("/api/messages", headers=headers, content=body)).status_code == 202


async def test_what_has_no_body_needs_no_type(house):
    response = await house.http.post("/api/conversations", headers={"Content-Type": "text/plain"})
    assert response.status_code == 201


@pytest.mark.parametrize("size", [2 * 1024 * 1024 + 1, 8 * 1024 * 1024])
async def test_a_huge_body_is_turned_down(house, size):
    talk = await house.begin()
    response = await house.http.post("/api/messages", headers=talk.headers, content=b"x" * size)
    assert (response.status_code, response.json()["error"]) == (413, "too_large")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Bearer",
        "Bearer x",
        "Basic YTpi",
        "Bearer " + "0" * 31,
        "Bearer " + "g" * 32,
        "bearer " + "0" * 32,
    ],
)
async def test_without_a_key_nothing_is_told(house, value):
    response = await house.http.get("/api/messages", headers={"Authorization": value})
    assert (response.status_code, response.json()["error"]) == (401, "no_key")


async def test_a_guessed_key_finds_no_conversation(house):
    response = await house.http.get("/api/messages", headers={"Authorization": "Bearer " + "0" * 32})
    assert (response.status_code, response.json()["error"]) == (404, "no_conversation")


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "after=99999999999", "wait=-1", "wait=nan", "wait=1e9", "after="]
)
async def test_odd_questions_for_news_are_turned_down(house, query):
    talk = await house.begin()
    assert is_turned_down(await house.http.get(f"/api/messages?{query}", headers=talk.headers))


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "127.0.0.1.evil.example", "", "[::1", "x" * 3000, "a@127.0.0.1:8600", "a:b@localhost",
        "127.0.0.1:x", "127.0.0.1:8600/", "127.0.0.1#", "127.0.0.1, evil.example",
    ],
)  # fmt: skip
async def test_another_host_name_is_turned_down(house, host):
    response = await house.http.post("/api/conversations", headers={"Host": host})
    assert (response.status_code, response.json()["error"]) == (400, "wrong_host")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "http://["},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_site_cannot_speak_for_a_citizen(house, headers):
    response = await house.http.post("/api/conversations", headers=headers)
    assert (response.status_code, response.json()["error"]) == (403, "other_site")


async def test_the_page_itself_may(house):
    headers = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
    assert (await house.http.post("/api/conversations", headers=headers)).status_code == 201


@pytest.mark.parametrize(
    "path", ["/nothing", "/api", "/static/../../pyproject.toml", "/static/%2e%2e/gateway.py", "/docs", "/%00"]
)
async def test_an_unknown_address_is_told_in_vietnamese(house, path):
    response = await house.http.get(path)
    assert (response.status_code, response.json()["error"]) == (404, "not_found")


async def test_a_method_that_is_not_taken_is_told_in_vietnamese(house):
    response = await house.http.patch("/api/messages")
    assert (response.status_code, response.json()["error"]) == (405, "wrong_method")
