"""Reading a snapshot: whole and of this release, or an error that says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.publishing.copies import read_copies
from knowledge_base.publishing.errors import NothingPublished, SnapshotUnreadable
from knowledge_base.publishing.manifest import Manifest, check_files, present_shape, read_manifest
from knowledge_base.publishing.named_procedures import read_named
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.stored_procedures import StoredProcedures
from knowledge_base.snapshot import Snapshot


def read_current(root: Path) -> Snapshot:
    """Read the snapshot that is current; raises NothingPublished, PointerUnreadable or SnapshotUnreadable.

    One that is swapped and cleared away meanwhile is none of a reader's troubles: the new one is read.
    """
    pointer = read_pointer(root)
    while pointer:
        try:
            return read_snapshot(root / pointer.version)
        except SnapshotUnreadable:
            before, pointer = pointer, read_pointer(root)
            if pointer == before:
                raise
    raise NothingPublished(root)


def read_snapshot(folder: Path) -> Snapshot:
    """Check every file of a snapshot and open it; raises SnapshotUnreadable."""
    manifest = checked_manifest(folder)
    if manifest.shape != present_shape():
        raise SnapshotUnreadable(folder, "it was built by another release, which kept other facts")
    return Snapshot(
        manifest.version, StoredProcedures(folder), read_named(folder), folder, read_copies(folder)
    )


def checked_manifest(folder: Path) -> Manifest:
    """Return the manifest of a snapshot whose files are whole, of whatever release; raises SnapshotUnreadable."""
    if not folder.is_dir():
        raise SnapshotUnreadable(folder, "its folder is missing")
    manifest = read_manifest(folder)
    if manifest.version != folder.name:
        raise SnapshotUnreadable(folder, f"this is version {manifest.version} under another name")
    check_files(folder, manifest)
    return manifest
