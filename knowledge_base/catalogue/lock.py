"""One writer at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge_base.catalogue.errors import StoreBusy


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Keep others from writing the catalogue of this folder; raises StoreBusy. Readers never wait."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreBusy(folder) from error
        yield
