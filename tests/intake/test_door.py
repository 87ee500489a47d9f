"""What the backend does with callers it does not know, bodies it cannot read, and a database that is away."""

import asyncio

import pytest

from office.migrate import migrate
from tests.intake.desk import SECRET, Desk


def request(desk, method, path, **kwargs):
    return desk.run(desk.http.request(method, path, **kwargs))


@pytest.mark.parametrize("secret", ["", "wrong", SECRET + "x", "é"])
@pytest.mark.parametrize(
    "path", ["/proofs", "/lookups", "/dossiers:load", "/readyz", "/openapi.json", "/nowhere"]
)
def test_nothing_but_health_is_told_to_strangers(desk, path, secret):
    answer = request(desk, "POST", path, headers={"X-Motcua-Secret": secret.encode()})
    assert (answer.status_code, answer.json()) == (401, {"error": "unauthorised"})


@pytest.mark.parametrize("given", ["", "x"])
def test_an_empty_secret_opens_no_door(dossiers, given):
    with Desk(dossiers, file="", secret="") as desk:
        answer = request(desk, "GET", "/readyz", headers={"X-Motcua-Secret": given})
    assert answer.status_code == 401


def test_health_is_open(desk):
    assert request(desk, "GET", "/healthz", headers={"X-Motcua-Secret": ""}).json() == {"status": "ok"}


def test_a_body_that_is_too_long_is_turned_away(desk):
    assert desk.prove("1" * 20_000).status_code == 413
    assert desk.prove("1" * 201).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"093471"',
        b'{"code": 1, "factor": "093471"}',
        b"\xff",
        b'{"factor": "\\ud800093471"}',
    ],
)
def test_a_body_of_the_wrong_shape_is_named_and_not_repeated(desk, body):
    answer = request(desk, "POST", "/proofs", content=body)
    assert answer.status_code == 422
    assert answer.json()["error"] == "invalid"
    assert "093471" not in answer.text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/proofs", 405), ("GET", "/nowhere", 404)])
def test_wrong_addresses_are_answered_in_json(desk, method, path, status):
    answer = request(desk, method, path)
    assert answer.status_code == status
    assert "error" in answer.json()


def test_a_database_that_is_away_is_admitted():
    with Desk("host=127.0.0.1 port=9", file=None) as desk:
        for answer in (desk.prove("093471"), desk.look_up("token"), request(desk, "GET", "/readyz")):
            assert (answer.status_code, answer.json()) == (503, {"error": "unavailable"})


def test_the_backend_gets_ready_by_itself_with_its_made_up_dossiers(empty_database):
    desk = Desk(empty_database, file=None, with_made_up=True)

    async def start():
        async with desk.app.router.lifespan_context(desk.app):
            await desk.backend.start.run()

    asyncio.run(start())
    assert desk.rows("SELECT count(DISTINCT status) FROM intake.move") == [(10,)]


def test_the_backend_waits_for_its_database(empty_database, monkeypatch):
    desk = Desk(empty_database, file=None)
    monkeypatch.setattr("intake.start.migrate", lambda _: migrate("host=127.0.0.1 port=9"))

    async def start_twice():
        async with desk.backend.database:
            starting = asyncio.create_task(desk.backend.start.run())
            await asyncio.sleep(0.2)
            assert not desk.backend.start.is_done
            monkeypatch.setattr("intake.start.migrate", migrate)
            await asyncio.wait_for(starting, 20)

    asyncio.run(start_twice())
    assert desk.backend.start.is_done
