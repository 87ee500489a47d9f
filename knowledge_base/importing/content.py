"""What a file is, told by its content; names lie: the old portal's Word export is a zip called .doc."""

from __future__ import annotations

import io
import zipfile
from enum import Enum

from knowledge_base.importing.errors import FileDamaged, NotRecognised, TooLarge
from knowledge_base.importing.limits import Limits

_TAR_MARK = slice(257, 262)
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
HEAD_BYTES = 512


class Kind(Enum):
    """The kinds of content that are told apart."""

    JSON = "JSON"
    PDF = "PDF"
    WORKBOOK = "XLSX"
    WORD = "Word"


def is_tar(head: bytes) -> bool:
    """Whether the first bytes are those of a tar archive."""
    return head[_TAR_MARK] == b"ustar"


def is_gzip(head: bytes) -> bool:
    """Whether the first bytes are those of gzip."""
    return head[:2] == b"\x1f\x8b"


def kind_of(content: bytes, limits: Limits) -> Kind:
    """Return the kind, or raise an ImportProblem that says what the file looks like."""
    if content.startswith(b"PK"):
        return _kind_of_zip(content, limits)
    if content[:1024].lstrip(_BLANKS).startswith(b"%PDF-"):
        return Kind.PDF
    if content.lstrip(_BLANKS)[:1] in (b"{", b"["):
        return Kind.JSON
    if content.startswith(_OLD_OFFICE):
        raise NotRecognised("an Office file from before 2007")
    raise NotRecognised("an empty file" if not content.strip() else f"a file beginning {content[:8]!r}")


def _kind_of_zip(content: bytes, limits: Limits) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise FileDamaged(error) from error
    _check_sizes(members, len(content), limits)
    names = {member.filename for member in members}
    if "word/document.xml" in names:
        return Kind.WORD
    if "xl/workbook.xml" in names:
        return Kind.WORKBOOK
    raise NotRecognised("a zip archive that is no Word file and no workbook")


def _check_sizes(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    """Refuse a bomb by what its members declare; zipfile reads no more of a member than it declares."""
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.members:
        raise TooLarge(f"{len(members)} members, more than {limits.members}")
    if unpacked > limits.file:
        raise TooLarge(f"it unpacks to {unpacked} bytes, more than {limits.file}")
    if unpacked > limits.unpacked_without_ratio and unpacked > limits.ratio * packed:
        raise TooLarge(f"it unpacks to {unpacked // packed} times its size, more than {limits.ratio}")
