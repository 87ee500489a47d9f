"""Building a snapshot in a folder of its own, where no reader looks."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from knowledge_base.procedure import Procedure
from knowledge_base.publishing.contents import Contents
from knowledge_base.publishing.copies import write_copies
from knowledge_base.publishing.disk import bring_to_disk
from knowledge_base.publishing.errors import ReadBackDiffers
from knowledge_base.publishing.layout import BUILDING
from knowledge_base.publishing.manifest import Manifest, write_manifest
from knowledge_base.publishing.named_procedures import write_named
from knowledge_base.publishing.stored_procedures import StoredProcedures, write_procedures

Part = Callable[[Path, Mapping[str, Procedure]], None]
"""Writes files of its own under the folder, below a name of its own such as ``search/``, from the procedures.

Called when the procedures, and those known by name only (``read_named``), are written and before the manifest is.
The same procedures must make the same bytes, or every build has another version.
"""

Advance = Callable[[int], None]
"""Is told how many procedures are done."""


@dataclass(frozen=True)
class Built:
    """A snapshot that is complete and on disk, in a folder that is none of the published ones."""

    folder: Path
    manifest: Manifest


@contextmanager
def built(
    root: Path, contents: Contents, parts: Iterable[Part] = (), advance: Advance = lambda done: None
) -> Iterator[Built]:
    """Build under ``root``; what was not moved away is removed after the block. Raises ReadBackDiffers."""
    folder = Path(tempfile.mkdtemp(prefix=BUILDING, dir=root))
    try:
        write_procedures(folder, contents.procedures.values())
        write_named(folder, contents.named.values())
        write_copies(folder, contents.copies)
        _check(folder, contents, advance)
        for part in parts:
            part(folder, contents.procedures)
        manifest = write_manifest(folder, contents.counts, contents.catalogue, contents.catalogue_on)
        bring_to_disk(folder)
        yield Built(folder, manifest)
    except OSError as error:
        error.filename = error.filename or str(folder)
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check(folder: Path, contents: Contents, advance: Advance) -> None:
    """Hold every line against what it was written from: later nobody reads all of them."""
    stored = StoredProcedures(folder)
    for done, (code, procedure) in enumerate(contents.procedures.items(), 1):
        if stored[code] != procedure:
            raise ReadBackDiffers(code)
        advance(done)
