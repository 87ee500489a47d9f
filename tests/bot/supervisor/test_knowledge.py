"""What is served after a start: the files as they are, unless a person must look first."""

from dataclasses import replace

import pytest

from bot.knowledge import publish_knowledge, sources
from bot.supervisor.knowledge import publish_changed_knowledge
from knowledge_base.publishing.errors import PublisherBusy, SnapshotUnreadable
from knowledge_base.publishing.lock import sole_publisher
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.publish import publish
from knowledge_base.publishing.rollback import roll_back
from office.settings import Settings
from tests.knowledge_base.publishing.made_up import given, procedure, procedures, put


class Said(list):
    """A show that keeps what was said."""

    say = list.append


@pytest.fixture
def settings(tmp_path):
    return Settings(state_dir=tmp_path)


def started(settings):
    said = Said()
    publish_changed_knowledge(settings, said)
    return read_pointer(settings.snapshots_dir), said


def test_the_files_are_published_once(settings):
    first, said = started(settings)
    assert (started(settings)[0], said) == (first, [])


def test_changed_files_are_published_at_the_next_start(settings):
    files = sources(settings).read().procedures.values()
    changed = [replace(procedure, summary="cũ") for procedure in files]
    old = publish(settings.snapshots_dir, given(*changed, mark="of last week"), keep=5).version
    pointer, said = started(settings)
    assert (pointer.before, said) == ((old,), [])
    assert started(settings)[0] == pointer


def test_a_start_does_not_undo_that_somebody_went_back(settings):
    old = put(settings.snapshots_dir, procedure(1))
    publish_knowledge(settings, accept_loss="made up")
    roll_back(settings.snapshots_dir)
    assert started(settings)[0].version == old


def test_too_great_a_loss_is_said_and_the_current_one_served(settings):
    current = put(settings.snapshots_dir, *procedures(20))
    pointer, said = started(settings)
    assert pointer.version == current
    assert "20 of 20 procedures would vanish" in said[0]
    assert said[0].endswith(f"Until then snapshot {current} is served.")


def test_beside_another_publisher_the_current_one_is_served(settings):
    with sole_publisher(settings.snapshots_dir), pytest.raises(PublisherBusy):
        started(settings)
    current = put(settings.snapshots_dir, procedure(1))
    with sole_publisher(settings.snapshots_dir):
        pointer, said = started(settings)
    assert (pointer.version, len(said)) == (current, 1)


def test_a_damaged_current_snapshot_keeps_it_from_starting(settings):
    current = started(settings)[0].version
    (settings.snapshots_dir / current / "named.jsonl").unlink()
    with pytest.raises(SnapshotUnreadable, match="motcua kb rollback"):
        started(settings)
