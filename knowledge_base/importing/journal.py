"""What a broken-off run had read already: PDF and Word files, of which a catalogue takes half an hour."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge_base.importing.errors import ImportProblem
from knowledge_base.importing.limits import Limits
from knowledge_base.importing.parsed import Format, Origin, Parsed
from knowledge_base.importing.reading import Reading, read_content

_SLOW = frozenset({Format.PDF, Format.WORD})


class Journal:
    """One line a slow file, by the hash of its content, in ``folder``; gone once an import is through.

    A line that was cut off when the run broke off is passed over; the next begins on a line of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "import-journal.jsonl"
        self._read = dict(_lines(self._path))
        self.resumed = 0

    def read(self, content: bytes, origin: Origin, limits: Limits) -> Reading:
        """Yield what the file holds, from the journal where an earlier run read it."""
        key = hashlib.sha256(content).hexdigest()
        if key in self._read:
            self.resumed += 1
            yield _renamed(self._read[key], origin)
            return
        for read in read_content(content, origin, limits):
            if isinstance(read, Parsed) and read.format in _SLOW:
                self._note(key, read)
            yield read

    def close(self) -> None:
        """Forget everything: the import is through."""
        self._path.unlink(missing_ok=True)

    def _note(self, key: str, read: Parsed) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        line = {"key": key, "format": int(read.format), "record": read.record}
        with self._path.open("a", encoding="utf-8", errors="surrogatepass") as file:
            file.write(f"\n{json.dumps(line, ensure_ascii=False)}\n")


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if not path.exists():
        return
    for line in path.read_bytes().splitlines():
        try:
            noted = json.loads(line)
            yield noted["key"], noted
        except (ValueError, TypeError, KeyError):
            continue


def _renamed(noted: dict[str, Any], origin: Origin) -> Parsed | ImportProblem:
    record = noted["record"]
    source = {**record["source"], "file": origin.file, "crawled": origin.fetched.isoformat()}
    return Parsed({**record, "source": source}, Format(noted["format"]), origin.file)
