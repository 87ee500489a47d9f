"""What was made of the imported catalogue, kept in a file: most publishing follows an edited file of ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge_base.decoding import decoded
from knowledge_base.encoding import json_line
from knowledge_base.procedure import Procedure
from knowledge_base.whole_file import write_whole


@dataclass(frozen=True)
class Imported:
    """Procedures made of a catalogue, in its order, the version of the catalogue and the day of its import.

    ``copies``: codes kept from citizens, each with that of the procedure that says the same.
    """

    catalogue: str
    imported_on: date | None
    copies: Mapping[str, str]
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True)
class ImportedBefore:
    """One file of what was made last, under the mark of all that it was made from.

    One that is missing, cut off, damaged or of another mark holds nothing, and the next ``keep`` replaces it. 5,500
    procedures take some 60 MB and 1.5 s to read; making them takes ten times as long.
    """

    file: Path

    def made(self, mark: str) -> Imported | None:
        """Return what was kept under this mark, or None."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            head, _, lines = self.file.read_bytes().partition(b"\n")
            told = json.loads(head)
            if told == _head(mark, told["catalogue"], told["imported_on"], told["copies"], lines):
                procedures = (json.loads(line) for line in lines.splitlines())
                return decoded(Imported, {**told, "procedures": procedures})
        return None

    def keep(self, mark: str, made: Imported) -> None:
        """Keep this in place of what was; a full disk or a folder without rights costs only time."""
        lines = b"".join(json_line(procedure) + b"\n" for procedure in made.procedures)
        day = made.imported_on.isoformat() if made.imported_on else None
        with suppress(OSError):
            write_whole(
                self.file, json_line(_head(mark, made.catalogue, day, made.copies, lines)) + b"\n" + lines
            )


def _head(
    mark: str, catalogue: str, imported_on: str | None, copies: Mapping[str, str], lines: bytes
) -> Mapping[str, Any]:
    return {
        "mark": mark,
        "catalogue": catalogue,
        "imported_on": imported_on,
        "copies": dict(copies),
        "sha256": hashlib.sha256(lines).hexdigest(),
    }
