"""What may be wrong with the knowledge, and what mends it."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.doctor import knowledge
from bot.doctor.knowledge import knowledge_troubles, refused_snapshot
from bot.knowledge import publish_knowledge
from office.settings import Settings
from tests.knowledge_base.publishing.made_up import procedures, put
from tests.world.engine import free_port


@pytest.fixture
def settings(tmp_path):
    return Settings(state_dir=tmp_path)


def told(troubles):
    return [(trouble.what, trouble.mend) for trouble in troubles]


def test_nothing_published_yet_is_no_trouble_and_nor_is_what_was_just_published(settings):
    assert told(knowledge_troubles(settings)) == []
    publish_knowledge(settings)
    assert told(knowledge_troubles(settings)) == []


def test_a_snapshot_older_than_its_files_is_named(settings):
    put(settings.snapshots_dir, *procedures(3))
    assert told(knowledge_troubles(settings)) == [
        ("The knowledge snapshot is older than its files or its encoder.", "motcua kb publish")
    ]


def test_a_damaged_snapshot_and_a_damaged_pointer_are_named_with_what_mends_them(settings):
    version = put(settings.snapshots_dir, *procedures(3))
    (settings.snapshots_dir / version / "named.jsonl").unlink()
    ((what, mend),) = told(knowledge_troubles(settings))
    assert what.endswith("cannot be served; named.jsonl is missing.")
    assert "motcua kb rollback" in mend
    (settings.snapshots_dir / "current.json").write_bytes(b"{")
    ((what, mend),) = told(knowledge_troubles(settings))
    assert "which snapshot is current cannot be read" in what
    assert "motcua kb publish" in mend


def test_a_folder_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "file").touch()
    ((what, _),) = told(knowledge_troubles(Settings(state_dir=tmp_path, snapshots_dir=tmp_path / "file")))
    assert what.startswith(str(tmp_path / "file"))


def test_files_with_mistakes_are_named(settings, monkeypatch):
    class Mistaken:
        findings = ("a mistake",)

    monkeypatch.setattr(knowledge, "read_knowledge", Mistaken)
    assert told(knowledge_troubles(settings)) == [("The knowledge base has mistakes.", "motcua check")]


@contextmanager
def action_server(health):
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(health).encode())

        def log_message(self, *_):
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_snapshot_that_the_action_server_refused_is_named():
    with action_server({"snapshot": "old", "refused": "no good"}) as actions:
        ((what, mend),) = told(refused_snapshot(actions))
    assert what == "The action server goes on with snapshot old: no good."
    assert "motcua kb rollback" in mend


def test_an_action_server_that_is_content_or_silent_is_no_trouble_here():
    with action_server({"snapshot": "new", "refused": ""}) as actions:
        assert told(refused_snapshot(actions)) == []
    assert told(refused_snapshot(f"http://127.0.0.1:{free_port()}")) == []
