"""The knowledge before the services start: published if its files have changed."""

from __future__ import annotations

from bot.knowledge import is_knowledge_published, publish_knowledge
from bot.supervisor.show import Show
from knowledge_base.publishing.errors import LossTooGreat, PublisherBusy
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.reading import read_current
from office.settings import Settings


def publish_changed_knowledge(settings: Settings, show: Show) -> None:
    """See to it that there is a snapshot to serve; where publishing must wait for a person, it is the current one.

    Raises SnapshotError and StoreError.
    """
    root = settings.snapshots_dir
    if not is_knowledge_published(settings):
        try:
            publish_knowledge(settings)
        except (LossTooGreat, PublisherBusy) as error:
            if not (pointer := read_pointer(root)):
                raise
            show.say(f"knowledge: {error}. Until then snapshot {pointer.version} is served.")
    read_current(root)
