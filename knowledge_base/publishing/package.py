"""The files of this package, and a mark of all code and data that read knowledge: what was read before holds by it."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from knowledge_base.knowledge import KNOWLEDGE_FOLDER

_CHARACTERS = 16
_READ_BY_IT: Final = frozenset({"procedures", "aliases"})
"""Folders of the package that are read, and have no part in how anything else is."""

NamedFile = tuple[str, Path]


def package_mark(*more: str, beside: Iterable[NamedFile] = ()) -> str:
    """Return a hash of the package's code and data, the interpreter's version, and what else is given."""
    read_by = (
        (name, path) for name, path in files(KNOWLEDGE_FOLDER) if Path(name).parts[0] not in _READ_BY_IT
    )
    return hash_of("\0".join([sys.version, *more]), [*read_by, *beside])


def files(folder: Path) -> Iterator[NamedFile]:
    """Yield the files under a folder by their names from there."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix(), path


def hash_of(beginning: str, named: Iterable[NamedFile]) -> str:
    """Return a short hash of a text and of files, their names included."""
    digest = hashlib.sha256(beginning.encode())
    for name, path in named:
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()[:_CHARACTERS]
