"""What is served after a start: the files as they are, unless a person must look first."""

import time
from dataclasses import replace
from types import SimpleNamespace

import pytest

from bot import knowledge
from bot.knowledge import publish_knowledge, sources
from bot.supervisor.child import Child
from bot.supervisor.errors import NotPublished
from bot.supervisor.knowledge import PUBLISHING, KnowledgePart
from bot.supervisor.programs import publishing_program
from knowledge_base.publishing.errors import SnapshotUnreadable
from knowledge_base.publishing.lock import sole_publisher
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.publish import publish
from knowledge_base.publishing.rollback import roll_back
from office.settings import Settings
from tests.knowledge_base.publishing.made_up import given, procedure, procedures, put
from tests.knowledge_base.search.made_up_encoder import MadeUp


class Start:
    """A start of the assistant as far as its knowledge goes, with a real publisher."""

    def __init__(self, settings):
        self.root, self.said, self.began = settings.snapshots_dir, [], 0
        self.publisher = Child(publishing_program(settings), settings.state_dir)
        self.part = KnowledgePart(settings, self.publisher, self._begin, self.said.append)
        self.state = self.part.start()

    def _begin(self):
        assert read_pointer(self.root)
        self.began += 1

    def is_publishing(self):
        return self.publisher.pid is not None

    def done(self):
        """Look until the publisher has ended, and return the pointer."""
        give_up = time.monotonic() + 60
        while self.is_publishing() and self.publisher.exit_code is None and time.monotonic() < give_up:
            time.sleep(0.05)
        self.part.goes_on()
        self.part.goes_on()
        self.part.stop()
        return read_pointer(self.root)


@pytest.fixture
def settings(tmp_path):
    return Settings(state_dir=tmp_path)


@pytest.fixture
def older(settings):
    """A snapshot of files that have changed since."""
    files = sources(settings).read().procedures.values()
    changed = [replace(procedure, summary="cũ") for procedure in files]
    return publish(settings.snapshots_dir, given(*changed, mark="of last week"), keep=5).version


def test_the_first_start_waits_for_the_knowledge_and_the_second_does_not(settings):
    first = Start(settings)
    assert (first.state, first.began) == (PUBLISHING, 0)
    pointer = first.done()
    assert (first.began, first.said) == (1, [])
    second = Start(settings)
    assert (second.state, second.began, second.is_publishing()) == (None, 1, False)
    assert second.done() == pointer


def test_what_is_current_while_the_publisher_goes_on_is_begun_with(settings):
    began, log = [], settings.state_dir / "publisher.log"
    publisher = SimpleNamespace(log=log, exit_code=None, start=lambda: None)
    part = KnowledgePart(settings, publisher, lambda: began.append(1), print)
    assert part.start() == PUBLISHING
    part.goes_on()
    assert began == []
    put(settings.snapshots_dir, procedure(1))
    part.goes_on()
    publisher.exit_code = 0
    part.goes_on()
    assert began == [1]


def test_words_come_first_where_nothing_is_current_and_names_must_be_encoded(settings, monkeypatch):
    published = []
    monkeypatch.setattr(knowledge, "encoder_mark", lambda choice, _: "" if choice == "none" else "made up")
    monkeypatch.setattr(knowledge, "encoder_in_use", lambda choice, _: None if choice == "none" else MadeUp())
    monkeypatch.setattr(
        knowledge,
        "publish",
        lambda _, sources, parts, **more: published.append((sources.encoder, len(parts))),
    )
    publish_knowledge(settings, words_first=True)
    put(settings.snapshots_dir, procedure(1))
    publish_knowledge(settings, words_first=True)
    assert published == [("", 1), ("made up", 2), ("made up", 2)]


def test_changed_files_are_published_beside_the_actions_which_begin_at_once(settings, older):
    start = Start(settings)
    assert (start.state, start.began) == (None, 1)
    pointer = start.done()
    assert (pointer.before, start.began, start.said) == ((older,), 1, [])


def test_a_start_does_not_undo_that_somebody_went_back(settings):
    old = put(settings.snapshots_dir, procedure(1))
    publish_knowledge(settings, accept_loss="made up")
    roll_back(settings.snapshots_dir)
    start = Start(settings)
    assert (start.done().version, start.is_publishing()) == (old, False)


def test_too_great_a_loss_is_said_and_the_current_one_served(settings):
    current = put(settings.snapshots_dir, *procedures(20))
    start = Start(settings)
    assert start.done().version == current
    (said,) = start.said
    assert "could not be published: 20 of 20 procedures would vanish" in said
    assert said.endswith(f"publisher.log. Snapshot {current} is served.")


def test_where_nothing_can_be_published_and_nothing_is_there_it_says_why(settings):
    with sole_publisher(settings.snapshots_dir):
        start = Start(settings)
        with pytest.raises(NotPublished, match="another process is publishing; wait until it is done"):
            start.done()
    assert start.began == 0


def test_a_damaged_current_snapshot_keeps_it_from_starting(settings):
    publish_knowledge(settings)
    current = read_pointer(settings.snapshots_dir).version
    (settings.snapshots_dir / current / "named.jsonl").unlink()
    with pytest.raises(SnapshotUnreadable, match="motcua kb rollback"):
        Start(settings)


def test_a_snapshot_that_cannot_be_served_is_waited_over_where_the_files_are_new(settings, older):
    (settings.snapshots_dir / older / "named.jsonl").unlink()
    start = Start(settings)
    assert start.state == PUBLISHING
    assert start.done().version != older
    assert start.began == 1


def test_stopping_ends_the_publisher_and_leaves_what_is_current(settings, older):
    start = Start(settings)
    start.part.stop()
    assert start.publisher.exit_code is not None
    assert read_pointer(settings.snapshots_dir).version == older
