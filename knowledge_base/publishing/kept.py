"""The snapshots that are kept: for going back, and for comparing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from knowledge_base.publishing.disk import take_away
from knowledge_base.publishing.errors import NoSuchSnapshot, NothingPublished, SnapshotUnreadable
from knowledge_base.publishing.layout import is_version
from knowledge_base.publishing.manifest import Manifest, read_manifest
from knowledge_base.publishing.pointer import Pointer, read_pointer
from knowledge_base.publishing.reading import checked_manifest

CURRENT = "current"


@dataclass(frozen=True)
class Kept:
    """A snapshot on disk; without a manifest it is damaged, and ``damage`` says how."""

    version: str
    manifest: Manifest | None
    damage: str = ""


def kept_snapshots(root: Path) -> list[Kept]:
    """Return all snapshots with their files checked, the one built last first, damaged ones last."""
    kept = [_kept(root / version) for version in versions_kept(root)]
    return sorted(kept, key=lambda one: one.manifest.built_at if one.manifest else "", reverse=True)


def versions_kept(root: Path) -> list[str]:
    """Return the names of all snapshots."""
    return sorted(path.name for path in root.glob("*") if is_version(path.name))


def folder_named(root: Path, name: str) -> Path:
    """Return the folder of a version or of "current"; raises NoSuchSnapshot, NothingPublished, PointerUnreadable."""
    if name == CURRENT:
        if pointer := read_pointer(root):
            return root / pointer.version
        raise NothingPublished(root)
    if not is_version(name) or not (root / name).is_dir():
        raise NoSuchSnapshot(name, versions_kept(root))
    return root / name


def clear_old(root: Path, pointer: Pointer, at_most: int) -> None:
    """Remove the snapshots built first until ``at_most`` are left; never the current one nor the one before it."""
    safe = {pointer.version, *pointer.before[-1:]}
    old = sorted(versions_kept(root), key=lambda version: _built_at(root / version))
    too_many = max(len(old) - at_most, 0)
    for version in [version for version in old if version not in safe][:too_many]:
        take_away(root / version)


def _kept(folder: Path) -> Kept:
    try:
        return Kept(folder.name, checked_manifest(folder))
    except SnapshotUnreadable as error:
        return Kept(folder.name, None, error.why)


def _built_at(folder: Path) -> str:
    try:
        return read_manifest(folder).built_at
    except SnapshotUnreadable:
        return ""
