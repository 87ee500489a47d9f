"""One publisher at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from knowledge_base.catalogue.errors import StoreBusy
from knowledge_base.catalogue.lock import sole_writer
from knowledge_base.publishing.errors import PublisherBusy


@contextmanager
def sole_publisher(root: Path) -> Iterator[None]:
    """Keep others from publishing and rolling back; raises PublisherBusy. Readers never wait."""
    with ExitStack() as held:
        try:
            held.enter_context(sole_writer(root))
        except StoreBusy as error:
            raise PublisherBusy(root) from error
        yield
