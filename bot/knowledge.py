"""The knowledge of this assistant: what its snapshots are made of, and how they are published."""

from __future__ import annotations

from typing import Final

from knowledge_base.imported.procedures import imported_procedures
from knowledge_base.imported.under_curated import over_imported
from knowledge_base.publishing.building import Advance, Part
from knowledge_base.publishing.publish import Published, is_published, publish
from knowledge_base.publishing.sources import Sources
from knowledge_base.search.published import write_index
from office.settings import Settings

PARTS: Final[tuple[Part, ...]] = (write_index,)
"""What writes files of its own into every snapshot when it is built."""


def sources(settings: Settings) -> Sources:
    """Return what snapshots are built from."""
    return Sources(settings.catalogue_dir, imported=imported_procedures, over=over_imported)


def publish_knowledge(
    settings: Settings, *, accept_loss: str = "", advance: Advance = lambda done: None
) -> Published:
    """Build a snapshot and make it current; raises what ``publish`` does."""
    return publish(
        settings.snapshots_dir,
        sources(settings),
        parts=PARTS,
        keep=settings.snapshots_kept,
        accept_loss=accept_loss,
        advance=advance,
    )


def is_knowledge_published(settings: Settings) -> bool:
    """Whether the files as they are now were published last, rolled back since or not."""
    return is_published(settings.snapshots_dir, sources(settings))
