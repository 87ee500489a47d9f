"""The official catalogue on disk: one normalised record a line, gzipped."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge_base.official.block import Record


class CatalogueError(Exception):
    """Base of what can go wrong with the catalogue; the text says what, why and how to mend it."""


class CatalogueUnreadable(CatalogueError):
    """The file is missing, or no catalogue."""


class RecordNotUsable(CatalogueError):
    """No such code, or a record that citizens are not shown."""


def records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield every record of the catalogue, in its order, or raise CatalogueUnreadable."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
    except (OSError, EOFError, ValueError) as error:
        raise CatalogueUnreadable(
            f"{path}: the catalogue cannot be read; {error}; name a procedures.jsonl.gz with --catalogue"
        ) from error


def find_record(path: Path, code: str) -> Record:
    """Return the record with this code, or raise a CatalogueError."""
    found = next((record for record in records(path) if record["code"] == code), None)
    if found is None:
        raise RecordNotUsable(f"{code}: not in {path}; a code looks like 1.012753; look it up on the portal")
    if found.get("maybe_withdrawn"):
        raise RecordNotUsable(f"{code}: may be withdrawn, it is not on the portal any more; choose another")
    if found["internal"]:
        raise RecordNotUsable(f"{code}: internal to the administration; citizens are not shown it")
    return found
