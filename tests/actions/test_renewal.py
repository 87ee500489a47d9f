"""The action server takes a published snapshot over by itself, and loses no call for it."""

import asyncio
import gc
import json
import logging
import os
import weakref
from contextlib import asynccontextmanager

import httpx
import pytest

from actions import renewal, services
from actions.answer_procedure import ActionAnswerProcedure
from actions.intake import IntakeClient
from actions.phrases import Phrases
from actions.renewal import Renewal
from actions.server import create_app
from actions.services import Services, current_knowledge
from knowledge_base.publishing.reading import read_current
from knowledge_base.publishing.rollback import roll_back
from office.settings import Settings
from tests.actions.desk import NoSearch, no_intake
from tests.actions.test_server import CALL, SECRET
from tests.knowledge_base.publishing.made_up import procedures, put

CALLERS, SWAPS = 8, 20


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A published snapshot, and a search that takes no time to build."""
    monkeypatch.setattr(services.ProcedureSearch, "of", lambda *_: NoSearch())
    put(tmp_path, *procedures(5, "first"))
    return tmp_path


def services_over(root):
    chosen = Settings(snapshots_dir=root, snapshot_look_seconds=0.01)
    http = httpx.AsyncClient(base_url="http://intake", transport=httpx.MockTransport(no_intake))
    return Services(current_knowledge(chosen), IntakeClient(http), Phrases.load(), chosen)


@pytest.fixture
def house(root):
    return services_over(root)


@asynccontextmanager
async def running(app):
    """The server with its watch on, as uvicorn runs it."""
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://actions") as client,
    ):
        yield client


async def health(client, holds):
    """Return what the server says of itself once that holds."""
    while not holds(told := (await client.get("/healthz")).json()):  # noqa: ASYNC110 - the server has no event for it
        await asyncio.sleep(0.01)
    return told


async def look_twice(self, dispatcher, tracker, domain):
    """An action that needs the knowledge before and after it has waited for something."""
    before = self.services.knowledge.procedure("1.000001").name
    await asyncio.sleep(0.005)
    after = self.services.knowledge.procedure("1.000005").name
    dispatcher.utter_message(json_message={"seen": [before, after]})
    return []


async def call_again_and_again(client, seen, until):
    while not until.is_set():
        answer = await client.post("/webhook", json=CALL, headers={"X-Motcua-Secret": SECRET})
        seen.append((answer.status_code, answer.json()["responses"][0]["custom"]))


def test_no_call_is_lost_or_mixed_while_twenty_snapshots_are_published(house, root, monkeypatch):
    monkeypatch.setattr(ActionAnswerProcedure, "run", look_twice)
    seen, names = [], {house.knowledge.snapshot.version: "first"}

    async def publish_many(client):
        until = asyncio.Event()
        callers = [asyncio.create_task(call_again_and_again(client, seen, until)) for _ in range(CALLERS)]
        for number in range(SWAPS):
            version = await asyncio.to_thread(put, root, *procedures(5, f"swap {number}"), keep=2)
            names[version] = f"swap {number}"
        await health(client, lambda told: told["snapshot"] == version)
        until.set()
        await asyncio.gather(*callers)

    async def scene():
        async with running(create_app(house, SECRET)) as client:
            await publish_many(client)

    asyncio.run(asyncio.wait_for(scene(), 60))
    assert {status for status, _ in seen} == {200}
    assert {(custom["seen"][0], custom["seen"][1]) for _, custom in seen} <= {(n, n) for n in names.values()}
    assert all(names[custom["snapshot"]] == custom["seen"][0] for _, custom in seen)
    assert len({custom["snapshot"] for _, custom in seen}) > 3


def test_a_bad_snapshot_is_refused_and_the_old_one_goes_on(house, root, caplog):
    old = house.knowledge.snapshot.version
    bad = put(root, *procedures(6))
    path = root / bad / "procedures.jsonl"
    path.chmod(0o644)
    os.truncate(path, 10)

    async def scene():
        async with running(create_app(house, SECRET)) as client:
            refused = await health(client, lambda told: told["refused"])
            answer = await client.post("/webhook", json=CALL, headers={"X-Motcua-Secret": SECRET})
            put(root, *procedures(6))
            return refused, answer, await health(client, lambda told: not told["refused"])

    refused, answer, mended = asyncio.run(asyncio.wait_for(scene(), 60))
    assert (refused["snapshot"], answer.status_code) == (old, 200)
    assert "procedures.jsonl has 10 bytes" in refused["refused"]
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert [record.getMessage() for record in errors] == ["the current snapshot cannot be taken over"]
    assert (mended["snapshot"], mended["refused"]) == (bad, "")


def test_the_snapshot_of_before_is_let_go(root):
    async def scene():
        house = services_over(root)
        old, app = weakref.ref(house.knowledge), create_app(house, SECRET)
        del house
        async with running(app) as client:
            new = await asyncio.to_thread(put, root, *procedures(6))
            await health(client, lambda told: told["snapshot"] == new)
            gc.collect()
            return old()

    assert asyncio.run(asyncio.wait_for(scene(), 60)) is None


def test_going_back_ends_a_refusal(house, root):
    served = house.knowledge.snapshot.version
    (root / put(root, *procedures(6)) / "manifest.json").unlink()
    watch = Renewal(house)
    watch.look()
    assert "manifest.json is missing" in watch.refused
    roll_back(root)
    watch.look()
    assert (watch.desk.snapshot, watch.refused) == (served, "")


def test_a_refused_snapshot_is_tried_again_after_a_while(house, root, monkeypatch):
    new, tries = put(root, *procedures(6)), []

    def fail(settings):
        tries.append(settings)
        raise MemoryError

    monkeypatch.setattr(renewal, "current_knowledge", fail)
    watch = Renewal(house)
    watch.look()
    watch.look()
    assert (len(tries), watch.refused) == (1, "MemoryError")
    monkeypatch.setattr(renewal, "_TRIES_AGAIN_SECONDS", -1.0)
    watch = Renewal(house)
    watch.look()
    watch.look()
    assert len(tries) == 3
    monkeypatch.setattr(renewal, "current_knowledge", current_knowledge)
    watch.look()
    assert (watch.desk.snapshot, watch.refused) == (new, "")


def test_a_pointer_that_is_damaged_or_gone_changes_nothing(house, root):
    watch = Renewal(house)
    served = watch.desk
    (root / "current.json").write_bytes(b"{")
    watch.look()
    assert "motcua kb rollback VERSION" in watch.refused
    (root / "current.json").unlink()
    watch.look()
    assert watch.desk is served


def test_a_snapshot_that_is_taken_over_is_another_desk_with_the_same_services(house, root):
    watch, served = Renewal(house), read_current(root)
    put(root, *procedures(6))
    watch.look()
    assert len(watch.desk.services.knowledge.snapshot.procedures) == 6
    assert watch.desk.services.intake is house.intake
    assert len(served.procedures) == 5
    json.dumps({"snapshot": watch.desk.snapshot, "actions": watch.desk.actions})
