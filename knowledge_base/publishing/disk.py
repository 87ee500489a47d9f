"""Bringing a folder to disk, and taking one away, so that a loss of power leaves no half of it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from knowledge_base.publishing.layout import BUILDING, POINTER, REMOVED

_READ_ONLY, _OPEN_TO_ALL = 0o444, 0o755


def bring_to_disk(folder: Path) -> None:
    """Make the files read-only and wait until they, and all folders that name them, are on the disk."""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(_OPEN_TO_ALL if path.is_dir() else _READ_ONLY)
        flush(path)


def move_in(folder: Path, to: Path) -> None:
    """Move a folder to its place in one step and wait until the disk knows; what was there is taken away."""
    if to.exists():
        take_away(to)
    folder.rename(to)
    flush(to.parent)


def take_away(folder: Path) -> None:
    """Remove a snapshot; nobody sees it half removed, and who has its files open reads them to the end."""
    on_its_way_out = folder.with_name(f"{REMOVED}{folder.name}-{os.getpid()}")
    folder.rename(on_its_way_out)
    shutil.rmtree(on_its_way_out)


def clear_leftovers(root: Path) -> None:
    """Remove what publishers left that were ended in the middle; only the one that holds the lock may."""
    for prefix in (BUILDING, REMOVED):
        for folder in root.glob(f"{prefix}*"):
            shutil.rmtree(folder)
    for file in root.glob(f".{POINTER}.*"):
        file.unlink()


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
