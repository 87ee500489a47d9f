"""The knowledge as a part of the assistant: published beside everything else when its files have changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from bot.knowledge import is_knowledge_published
from bot.supervisor.child import Child
from bot.supervisor.errors import NotPublished
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.reading import read_current
from office.settings import Settings

PUBLISHING = "waiting for the knowledge to be published"


class KnowledgePart:
    """Begins the actions with the snapshot that is there; they take a newer one over by themselves.

    ``publisher`` is a process that publishes and ends; ``begin`` starts the actions, ``say`` tells people.
    """

    def __init__(
        self, settings: Settings, publisher: Child, begin: Callable[[], None], say: Callable[[str], None]
    ) -> None:
        self._settings = settings
        self._publisher = publisher
        self._begin = begin
        self._say = say
        self._served = self._before = ""
        self._is_publishing = False

    def start(self) -> str | None:
        """Begin the actions, or return the state that they are in until then.

        Raises SnapshotError where the files were published and the current snapshot is damaged since.
        """
        if is_knowledge_published(self._settings):
            self._serve()
            return None
        self._is_publishing = True
        self._before = self._current()
        self._publisher.log.unlink(missing_ok=True)
        self._publisher.start()
        with suppress(SnapshotError):
            self._serve()
        return None if self._served else PUBLISHING

    def goes_on(self) -> None:
        """Begin the actions when what they wait for is published; raises NotPublished where it could not be."""
        if not self._is_publishing:
            return
        if not self._served and self._current() != self._before:
            self._serve()
        if self._publisher.exit_code is None:
            return
        self._is_publishing = False
        if self._publisher.exit_code:
            self._failed()
        elif not self._served:
            self._serve()

    def stop(self) -> None:
        """Give up publishing; what is current stays so."""
        if self._is_publishing:
            self._publisher.end(give_up=0.0)

    def _current(self) -> str:
        pointer = read_pointer(self._settings.snapshots_dir)
        return pointer.version if pointer else ""

    def _serve(self) -> None:
        self._served = read_current(self._settings.snapshots_dir).version
        self._begin()

    def _failed(self) -> None:
        why = self._publisher.last_words.removeprefix("motcua: ")
        told = f"The knowledge could not be published: {why} All of it is in {self._publisher.log}."
        if not self._served:
            raise NotPublished(told)
        self._say(f"knowledge: {told} Snapshot {self._served} is served.")
