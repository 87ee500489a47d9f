"""The members of a tar archive, streamed: nothing is written anywhere, and a bomb is left as soon as it shows."""

from __future__ import annotations

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from knowledge_base.importing.content import is_gzip
from knowledge_base.importing.errors import FileDamaged, ImportProblem, MemberRefused, TooLarge
from knowledge_base.importing.limits import Limits


@dataclass(frozen=True)
class Member:
    """A file of an archive: content, or why it is not read."""

    path: str
    modified: float
    content: bytes = b""
    problem: ImportProblem | None = None


class _Measured:
    """A stream that stops a bomb while it unpacks, also where the archive lies about its members."""

    def __init__(self, stream: IO[bytes], packed: int, limits: Limits) -> None:
        self._stream = stream
        self._left = min(limits.unpacked, max(limits.unpacked_without_ratio, limits.ratio * packed))

    def read(self, size: int) -> bytes:
        """Read on, or raise TooLarge."""
        read = self._stream.read(size)
        self._left -= len(read)
        if self._left < 0:
            raise TooLarge("it unpacks to far more than its size lets expect")
        return read


def archive_members(path: Path, limits: Limits) -> Iterator[Member]:
    """Yield the files of the archive; raises TooLarge or FileDamaged at the place where it goes wrong."""
    size = path.stat().st_size
    if size > limits.archive:
        raise TooLarge(f"an archive of {size} bytes, more than {limits.archive}")
    try:
        with _opened(path) as stream:
            measured = cast("IO[bytes]", _Measured(stream, size, limits))
            with tarfile.open(fileobj=measured, mode="r|") as archive:
                yield from _members(archive, limits)
    except (tarfile.TarError, EOFError, OSError, zlib.error, ValueError) as error:
        raise FileDamaged(f"{type(error).__name__}: {error}") from error


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as opened:
        packed = is_gzip(opened.read(2))
    return cast("IO[bytes]", gzip.open(path, "rb")) if packed else path.open("rb")


def _members(archive: tarfile.TarFile, limits: Limits) -> Iterator[Member]:
    for number, info in enumerate(archive, 1):
        if number > limits.members:
            raise TooLarge(f"more than {limits.members} members")
        if not info.isdir():
            yield _member(archive, info, limits)


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, limits: Limits) -> Member:
    shown = info.name.encode("utf-8", "replace").decode()
    problem = _problem(info, limits)
    if problem:
        return Member(shown, info.mtime, problem=problem)
    opened = archive.extractfile(info)
    return Member(shown, info.mtime, opened.read() if opened else b"")


def _problem(info: tarfile.TarInfo, limits: Limits) -> ImportProblem | None:
    path = PurePosixPath(info.name)
    if path.is_absolute() or ".." in path.parts or "\\" in info.name or "\0" in info.name:
        return MemberRefused("it leads out of the archive")
    if not info.isfile():
        return MemberRefused("it is a link or a device")
    if info.size > limits.file:
        return TooLarge(f"{info.size} bytes, more than {limits.file}")
    return None
