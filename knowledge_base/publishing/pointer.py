"""The file that says which snapshot is current; replacing it is the swap."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge_base.decoding import decoded
from knowledge_base.encoding import json_line
from knowledge_base.publishing.disk import flush
from knowledge_base.publishing.errors import PointerUnreadable
from knowledge_base.publishing.layout import POINTER, is_version
from knowledge_base.whole_file import write_whole


@dataclass(frozen=True)
class Pointer:
    """The version in force and those that were before it, the last one last.

    ``newest`` is the version that was published last, made of the files that ``sources`` is the fingerprint of; a
    rollback leaves both as they are. ``since`` is the moment of the swap in UTC, so that no two swaps are alike;
    ``loss_accepted_because`` a person's reason.
    """

    version: str
    before: tuple[str, ...] = ()
    newest: str = ""
    sources: str = ""
    since: str = ""
    loss_accepted_because: str = ""


def read_pointer(root: Path) -> Pointer | None:
    """Return which snapshot is current, None where nothing was published; raises PointerUnreadable."""
    path = root / POINTER
    try:
        pointer = decoded(Pointer, json.loads(path.read_bytes()))
        if strange := [name for name in (pointer.version, *pointer.before) if not is_version(name)]:
            raise ValueError(f"{strange[0]!r:.40} is no name of a snapshot")
        return pointer
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise PointerUnreadable(path, error) from error


def write_pointer(root: Path, pointer: Pointer) -> None:
    """Replace the pointer in one step and wait until the disk knows."""
    since = datetime.now(UTC).isoformat(timespec="microseconds")
    write_whole(root / POINTER, json_line({**asdict(pointer), "since": since}))
    flush(root)
