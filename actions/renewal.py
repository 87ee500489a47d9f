"""Takes another snapshot over when one is published, while calls go on."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import replace

from actions.desk import Desk
from actions.services import Services, current_knowledge
from knowledge_base.publishing.errors import SnapshotError
from knowledge_base.publishing.pointer import Pointer, read_pointer

_TRIES_AGAIN_SECONDS = 60.0
"""After a snapshot could not be taken over and nothing was published since."""

log = logging.getLogger(__name__)


class Renewal:
    """Holds the desk that new calls go to; replacing it is one assignment.

    ``refused`` says why the current snapshot could not be taken over, "" where the desk has it: the desk of before
    goes on then.
    """

    def __init__(self, services: Services) -> None:
        self.desk = Desk(services)
        self.refused = ""
        self._root = services.settings.snapshots_dir
        self._every = services.settings.snapshot_look_seconds
        self._tried: Pointer | None = None
        self._try_at = 0.0

    async def forever(self) -> None:
        """Look again and again, until cancelled."""
        while True:
            await asyncio.sleep(self._every)
            await asyncio.to_thread(self.look)

    def look(self) -> None:
        """Take the current snapshot over if it is another one; a bad one is logged and the old one kept."""
        try:
            pointer = read_pointer(self._root)
            if pointer and pointer.version == self.desk.snapshot:
                self.refused = ""
            elif pointer and self._is_due(pointer):
                self._take_over()
        except Exception as error:
            self._refuse(error)

    def _is_due(self, pointer: Pointer) -> bool:
        """Whether the pointer is new, or its snapshot was refused a while ago."""
        if pointer == self._tried and time.monotonic() < self._try_at:
            return False
        self._tried, self._try_at = pointer, time.monotonic() + _TRIES_AGAIN_SECONDS
        return True

    def _take_over(self) -> None:
        services = self.desk.services
        self.desk = Desk(replace(services, knowledge=current_knowledge(services.settings)))
        self.refused = ""
        log.info("snapshot taken over", extra={"snapshot": self.desk.snapshot})

    def _refuse(self, error: Exception) -> None:
        if self.refused != str(error):
            what, fault = "the current snapshot cannot be taken over", not isinstance(error, SnapshotError)
            log.error(what, extra={"why": str(error), "goes_on": self.desk.snapshot}, exc_info=fault)
        self.refused = str(error) or type(error).__name__
