"""Going back to a snapshot that is kept."""

from __future__ import annotations

from pathlib import Path

from knowledge_base.publishing.errors import NothingBefore, NothingPublished, PointerUnreadable
from knowledge_base.publishing.kept import folder_named, versions_kept
from knowledge_base.publishing.lock import sole_publisher
from knowledge_base.publishing.pointer import Pointer, read_pointer, write_pointer
from knowledge_base.publishing.reading import read_snapshot


def roll_back(root: Path, version: str = "") -> Pointer:
    """Make a kept snapshot current, the one before where none is named, and return the new pointer.

    Going back to one that was current forgets those after it; any other goes on top of them. Raises
    NothingPublished, NothingBefore, NoSuchSnapshot, SnapshotUnreadable, PublisherBusy, and PointerUnreadable where
    none is named.
    """
    with sole_publisher(root):
        old = _old_pointer(root, version)
        folder = folder_named(root, version or _one_before(root, old))
        read_snapshot(folder)
        pointer = Pointer(folder.name, _before(old, folder.name), old.newest, old.sources)
        write_pointer(root, pointer)
    return pointer


def _old_pointer(root: Path, version: str) -> Pointer:
    try:
        pointer = read_pointer(root)
    except PointerUnreadable:
        if not version:
            raise
        return Pointer(version)
    if pointer is None:
        raise NothingPublished(root)
    return pointer


def _one_before(root: Path, pointer: Pointer) -> str:
    there = versions_kept(root)
    before = [version for version in pointer.before if version in there]
    if not before:
        raise NothingBefore(pointer.version)
    return before[-1]


def _before(old: Pointer, version: str) -> tuple[str, ...]:
    line = (*old.before, old.version)
    return line[: line.index(version)] if version in line else line
