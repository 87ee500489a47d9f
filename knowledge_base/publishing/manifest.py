"""The manifest of a snapshot: what it is, and the hash of each of its files."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from knowledge_base.decoding import decoded, shape_of
from knowledge_base.encoding import json_line
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.errors import SnapshotUnreadable
from knowledge_base.publishing.layout import MANIFEST, VERSION_CHARACTERS
from knowledge_base.snapshot import NamedProcedure

_FORMAT: Final = 2


@dataclass(frozen=True)
class StoredFile:
    """A file of the snapshot, by its path from there."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class Counts:
    """Procedures by where they come from; ``named`` are known by name only and not among them."""

    curated: int
    imported: int
    named: int


@dataclass(frozen=True)
class Manifest:
    """What a snapshot is.

    ``shape`` is that of the types of the release that built it, ``catalogue`` the version of the imported catalogue,
    "" when there is none in it, and ``catalogue_on`` the day of its import. ``built_at`` is UTC.
    """

    shape: str
    catalogue: str
    catalogue_on: date | None
    counts: Counts
    files: tuple[StoredFile, ...]
    built_at: str

    @property
    def version(self) -> str:
        """Made of everything but the time of building: equal content has an equal version."""
        told = {name: value for name, value in asdict(self).items() if name != "built_at"}
        return hashlib.sha256(json_line([_FORMAT, told])).hexdigest()[:VERSION_CHARACTERS]


def present_shape() -> str:
    """Return the shape of this release's types."""
    return f"{shape_of(Procedure)}-{shape_of(NamedProcedure)}"


def write_manifest(folder: Path, counts: Counts, catalogue: str, catalogue_on: date | None) -> Manifest:
    """Hash every file of the folder and say so in its manifest."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = tuple(_stored(folder, path) for path in paths)
    built_at = datetime.now(UTC).isoformat(timespec="microseconds")
    manifest = Manifest(present_shape(), catalogue, catalogue_on, counts, files, built_at)
    told = {"format": _FORMAT, "version": manifest.version, **asdict(manifest)}
    (folder / MANIFEST).write_text(json.dumps(told, default=date.isoformat, indent=1) + "\n", "ascii")
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a snapshot; raises SnapshotUnreadable. The other files are not looked at."""
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        if told["format"] != _FORMAT:
            raise SnapshotUnreadable(folder, f"format {told['format']} is not {_FORMAT}")
        manifest = decoded(Manifest, told)
    except FileNotFoundError as error:
        raise SnapshotUnreadable(folder, f"{MANIFEST} is missing") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SnapshotUnreadable(folder, f"{MANIFEST}: {error}") from error
    if manifest.version != told["version"]:
        raise SnapshotUnreadable(folder, f"{MANIFEST} is not as it was written")
    return manifest


def check_files(folder: Path, manifest: Manifest) -> None:
    """Hold every file against the manifest; raises SnapshotUnreadable. 60 MB take some 0.1 s."""
    for file in manifest.files:
        if why := _damage(folder / file.path, file):
            raise SnapshotUnreadable(folder, f"{file.path} {why}")


def _damage(path: Path, file: StoredFile) -> str:
    try:
        size = path.stat().st_size
        if size != file.bytes:
            return f"has {size} bytes and was written with {file.bytes}"
        return "" if _sha256(path) == file.sha256 else "is not as it was written"
    except FileNotFoundError:
        return "is missing"
    except OSError as error:
        return f"cannot be read: {error.strerror}"


def _stored(folder: Path, path: Path) -> StoredFile:
    return StoredFile(path.relative_to(folder).as_posix(), path.stat().st_size, _sha256(path))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
