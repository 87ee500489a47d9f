"""The knowledge of this assistant: what its snapshots are made of, and how they are published."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from knowledge_base.catalogue.province import province_named
from knowledge_base.encoder.choice import NONE
from knowledge_base.encoder.in_use import encoder_in_use, encoder_mark
from knowledge_base.imported.procedures import imported_procedures
from knowledge_base.imported.under_curated import over_imported
from knowledge_base.publishing.building import Advance, Part
from knowledge_base.publishing.errors import PointerUnreadable
from knowledge_base.publishing.imported_before import ImportedBefore
from knowledge_base.publishing.package import package_mark
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.publish import Published, is_published, publish
from knowledge_base.publishing.sources import Sources
from knowledge_base.search.published import WriteIndex, WriteVectors
from knowledge_base.search.read_before import ReadBefore
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.search.vector_cache import Progress, VectorCache, silent
from knowledge_base.snapshot import Snapshot
from office.settings import Settings

VECTORS: Final = "vectors.npz"
"""In the state folder: what the encoder made of the names, so that only new ones are encoded."""
IMPORTED: Final = "imported.jsonl"
"""In the state folder: what was made of the catalogue, so that it is not made again for an edited file of ours."""
READINGS: Final = "readings.npz"
"""In the state folder: names and bodies as the search read them, so that only new ones are read."""


def sources(settings: Settings) -> Sources:
    """Return what snapshots are built from."""
    return Sources(
        settings.catalogue_dir,
        imported=imported_procedures,
        over=over_imported,
        encoder=encoder_mark(settings.encoder, settings.converted_encoder),
        before=ImportedBefore(settings.state_dir / IMPORTED),
    )


def parts(settings: Settings, encoding: Progress = silent) -> tuple[Part, ...]:
    """Return what writes files of its own into every snapshot when it is built; ``encoding`` may take minutes."""
    encoder = encoder_in_use(settings.encoder, settings.converted_encoder)
    index = WriteIndex(ReadBefore(settings.state_dir / READINGS, package_mark()))
    if encoder is None:
        return (index,)
    return index, WriteVectors(encoder, VectorCache(settings.state_dir / VECTORS), encoding)


def publish_knowledge(
    settings: Settings,
    *,
    accept_loss: str = "",
    advance: Advance = lambda done: None,
    encoding: Progress = silent,
    words_first: bool = False,
) -> Published:
    """Build a snapshot and make it current; raises what ``publish`` does.

    With ``words_first``, where none is current and names must be encoded, one without that comes before: the
    assistant can begin with it.
    """
    encoder = encoder_mark(settings.encoder, settings.converted_encoder)
    if words_first and encoder and not _is_any_current(settings):
        publish_knowledge(settings.model_copy(update={"encoder": NONE}), advance=advance)
    return publish(
        settings.snapshots_dir,
        sources(settings),
        parts=parts(settings, encoding),
        keep=settings.snapshots_kept,
        accept_loss=accept_loss,
        advance=advance,
    )


def is_knowledge_published(settings: Settings) -> bool:
    """Whether the files as they are now were published last, rolled back since or not."""
    return is_published(settings.snapshots_dir, sources(settings))


def _is_any_current(settings: Settings) -> bool:
    with suppress(PointerUnreadable):
        return read_pointer(settings.snapshots_dir) is not None
    return True


def search_over(snapshot: Snapshot, settings: Settings) -> ProcedureSearch:
    """Return the search as the assistant searches: from its province, and with its encoder if it has one."""
    encoder = encoder_in_use(settings.encoder, settings.converted_encoder)
    return ProcedureSearch.of(snapshot, province_named(settings.home_province), encoder)
