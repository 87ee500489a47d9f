"""The files under the paths that were named: plain, in folders, in tar archives; streamed, one at a time."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from knowledge_base.importing.archive import archive_members
from knowledge_base.importing.content import HEAD_BYTES, is_gzip, is_tar
from knowledge_base.importing.errors import FileDamaged, ImportProblem, TooLarge
from knowledge_base.importing.limits import LIMITS, Limits
from knowledge_base.importing.parsed import Origin


@dataclass(frozen=True)
class Found:
    """A file's content, or why there is none. The origin's day is the file's own, never one to come."""

    origin: Origin
    content: bytes = b""
    problem: ImportProblem | None = None


def files_under(paths: Iterable[Path], today: date, limits: Limits = LIMITS) -> Iterator[Found]:
    """Yield every file of the paths in a fixed order; what cannot be read is yielded with its problem."""
    for path in paths:
        for file in _plain_files(path):
            yield from _contents(file, today, limits)


def _plain_files(path: Path) -> Iterator[Path]:
    """Yield the path, or the files of the folder; links inside a folder are not followed."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield file


def _contents(file: Path, today: date, limits: Limits) -> Iterator[Found]:
    origin = Origin(str(file), today)
    try:
        status = file.stat()
        origin = Origin(str(file), day_of(status.st_mtime, today))
        if _is_archive(file):
            yield from _unpacked(file, today, limits)
        else:
            yield Found(origin, _content(file, status.st_size, limits))
    except ImportProblem as problem:
        yield Found(origin, problem=problem)
    except OSError as error:
        yield Found(origin, problem=ImportProblem(f"content: it cannot be read; {error.strerror or error}"))


def _unpacked(file: Path, today: date, limits: Limits) -> Iterator[Found]:
    for member in archive_members(file, limits):
        origin = Origin(f"{file}!{member.path}", day_of(member.modified, today))
        yield Found(origin, member.content, member.problem)


def day_of(seconds: float, today: date) -> date:
    """Return the day of a file's time, or today for a time that is none or is yet to come."""
    try:
        return min(datetime.fromtimestamp(seconds, UTC).date(), today)
    except (OverflowError, ValueError, OSError):
        return today


def _is_archive(file: Path) -> bool:
    with file.open("rb") as opened:
        head = opened.read(HEAD_BYTES)
    if is_tar(head):
        return True
    return is_gzip(head) and is_tar(_beginning_of_gzip(file))


def _beginning_of_gzip(file: Path) -> bytes:
    try:
        with gzip.open(file, "rb") as opened:
            return opened.read(HEAD_BYTES)
    except (OSError, EOFError, zlib.error):
        return b""


def _content(file: Path, size: int, limits: Limits) -> bytes:
    if size > limits.file:
        raise TooLarge(f"{size} bytes, more than {limits.file}")
    with file.open("rb") as opened:
        content = opened.read(limits.file + 1)
    return _gunzipped(content, limits) if is_gzip(content) else content


def _gunzipped(content: bytes, limits: Limits) -> bytes:
    try:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        unpacked = unpacker.decompress(content, limits.file + 1)
    except zlib.error as error:
        raise FileDamaged(error) from error
    if len(unpacked) > limits.file:
        raise TooLarge(f"it unpacks to more than {limits.file} bytes")
    if not unpacker.eof:
        raise FileDamaged("the gzip stream is cut off")
    return unpacked
