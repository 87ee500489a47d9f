"""The action server's door: who gets in, and what is answered to calls that make no sense."""

import asyncio
import json
import zlib

import httpx
import pytest
from rasa_sdk.interfaces import ActionExecutionRejection

from actions.answer_procedure import ActionAnswerProcedure
from actions.server import create_app
from tests.actions.desk import services

SECRET = "made-up secret"
CALL = {
    "next_action": "action_answer_procedure",
    "sender_id": "citizen",
    "tracker": {"sender_id": "citizen", "slots": {}, "latest_message": {}, "events": []},
    "version": "3.6.21",
}


def send(body, secret=SECRET, path="/webhook", **headers):
    async def post():
        transport = httpx.ASGITransport(create_app(services(), SECRET))
        async with httpx.AsyncClient(transport=transport, base_url="http://actions") as client:
            sent = body if isinstance(body, bytes) else json.dumps(body).encode()
            return await client.post(path, content=sent, headers={"X-Motcua-Secret": secret, **headers})

    return asyncio.run(post())


def test_an_action_is_run():
    answer = send(CALL)
    assert answer.status_code == 200
    assert answer.json()["responses"][0]["response"] == "utter_ask_procedure"


def test_a_deflated_body_is_read():
    deflated = zlib.compress(json.dumps(CALL).encode())
    assert send(deflated, **{"Content-Encoding": "deflate"}).status_code == 200


@pytest.mark.parametrize("secret", ["", "wrong", "made-up secret "])
def test_nobody_gets_in_without_the_secret(secret):
    assert send(CALL, secret=secret).status_code == 403


def test_an_unknown_action_is_named_in_the_404():
    answer = send({**CALL, "next_action": "action_of_last_year"})
    assert answer.status_code == 404
    assert answer.json()["action_name"] == "action_of_last_year"


@pytest.mark.parametrize("version", [None, "2.0.0", "9.9.9", 7])
@pytest.mark.parametrize("domain", [{}, {"domain": {"slots": {}}}, {"domain_digest": "of last week"}])
def test_an_engine_with_another_version_or_domain_is_served(version, domain):
    assert send({**CALL, "version": version, **domain}).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({**CALL, "next_action": None}).encode(),
        json.dumps({**CALL, "tracker": None}).encode(),
        json.dumps({**CALL, "tracker": {}}).encode(),
    ],
)
def test_a_body_that_is_no_call_gets_400(body):
    assert send(body).status_code == 400


def test_a_body_that_only_claims_to_be_deflated_gets_400():
    assert send(CALL, **{"Content-Encoding": "deflate"}).status_code == 400


def test_bodies_are_bounded_also_after_inflating():
    large = b'{"a": "' + b"a" * 2_000_000 + b'"}'
    assert send(large).status_code == 413
    assert send(zlib.compress(large), **{"Content-Encoding": "deflate"}).status_code == 413


def test_a_rejection_gets_400_with_the_action(monkeypatch):
    async def reject(self, dispatcher, tracker, domain):
        raise ActionExecutionRejection("action_answer_procedure", "not now")

    monkeypatch.setattr(ActionAnswerProcedure, "run", reject)
    answer = send(CALL)
    assert answer.status_code == 400
    assert answer.json() == {"error": "not now", "action_name": "action_answer_procedure"}


def test_a_failing_action_gets_500_without_its_inside(monkeypatch):
    async def fail(self, dispatcher, tracker, domain):
        raise RuntimeError("a citizen's words")

    monkeypatch.setattr(ActionAnswerProcedure, "run", fail)
    answer = send(CALL)
    assert answer.status_code == 500
    assert "citizen's words" not in answer.text


def test_health_names_snapshot_and_actions():
    async def get():
        transport = httpx.ASGITransport(create_app(services(), SECRET))
        async with httpx.AsyncClient(transport=transport, base_url="http://actions") as client:
            return await client.get("/healthz")

    health = asyncio.run(get()).json()
    assert health["snapshot"] == "test"
    assert "action_answer_procedure" in health["actions"]
