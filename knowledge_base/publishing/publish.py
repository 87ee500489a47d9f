"""Publishing a snapshot: built beside the others, checked, and made current in one step."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.catalogue.renewal import LARGEST_LOSS
from knowledge_base.publishing.building import Advance, Built, Part, built
from knowledge_base.publishing.difference import Difference, difference
from knowledge_base.publishing.disk import clear_leftovers, move_in
from knowledge_base.publishing.errors import LossTooGreat, PointerUnreadable, SnapshotUnreadable
from knowledge_base.publishing.kept import clear_old, versions_kept
from knowledge_base.publishing.lock import sole_publisher
from knowledge_base.publishing.manifest import Manifest
from knowledge_base.publishing.pointer import Pointer, read_pointer, write_pointer
from knowledge_base.publishing.reading import checked_manifest
from knowledge_base.publishing.sources import Sources


@dataclass(frozen=True)
class Published:
    """The snapshot that is current now and what it changed; ``before`` is the version compared with, if any."""

    version: str
    manifest: Manifest
    before: str | None
    changes: Difference


def publish(
    root: Path,
    sources: Sources,
    *,
    parts: Iterable[Part] = (),
    keep: int,
    accept_loss: str = "",
    advance: Advance = lambda done: None,
) -> Published:
    """Build from the sources and swap; ``accept_loss`` is a person's reason for losing more than one in ten.

    Raises KnowledgeHasMistakes, StoreUnreadable, LossTooGreat, PublisherBusy and ReadBackDiffers, and then, as when
    it is ended in the middle, what was current stays so. ``keep`` snapshots are left on the disk.
    """
    with sole_publisher(root):
        clear_leftovers(root)
        fingerprint = sources.fingerprint()
        with built(root, sources.read(), parts, advance) as new:
            before = _last_whole(root)
            changes = difference(before, new.folder) if before else Difference()
            reason = _reason_for_loss(before, changes, accept_loss)
            _put_in_place(root, new)
        version = new.manifest.version
        pointer = Pointer(version, _before(root, version), version, fingerprint, loss_accepted_because=reason)
        write_pointer(root, pointer)
        clear_old(root, pointer, keep)
    return Published(version, new.manifest, before.name if before else None, changes)


def is_published(root: Path, sources: Sources) -> bool:
    """Whether these very sources were published last, rolled back or not."""
    pointer = read_pointer(root)
    return pointer is not None and pointer.sources == sources.fingerprint()


def _last_whole(root: Path) -> Path | None:
    """Return the folder of the current snapshot; of the latest before it that is whole, where it is damaged."""
    for version in reversed(_line_of(root)):
        with suppress(SnapshotUnreadable):
            checked_manifest(root / version)
            return root / version
    return None


def _line_of(root: Path) -> tuple[str, ...]:
    """Return the versions that were current, the present one last; none where that cannot be read."""
    with suppress(PointerUnreadable):
        if pointer := read_pointer(root):
            return (*pointer.before, pointer.version)
    return ()


def _before(root: Path, version: str) -> tuple[str, ...]:
    there = versions_kept(root)
    return tuple(old for old in _line_of(root) if old != version and old in there)


def _reason_for_loss(before: Path | None, changes: Difference, accepted: str) -> str:
    if before is None:
        return ""
    counts = checked_manifest(before).counts
    of = counts.curated + counts.imported
    if len(changes.gone) <= LARGEST_LOSS * of:
        return ""
    if not accepted:
        raise LossTooGreat(len(changes.gone), of)
    return accepted


def _put_in_place(root: Path, new: Built) -> None:
    """Move the new folder to its name, unless the same is there and whole."""
    folder = root / new.manifest.version
    try:
        checked_manifest(folder)
    except SnapshotUnreadable:
        move_in(new.folder, folder)
