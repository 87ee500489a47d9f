"""The procedures of a snapshot on disk: one a line, each read when it is first asked for."""

from __future__ import annotations

import json
import os
import weakref
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from knowledge_base.decoding import decoded
from knowledge_base.encoding import json_line
from knowledge_base.procedure import Procedure
from knowledge_base.publishing.errors import SnapshotUnreadable
from knowledge_base.publishing.layout import OFFSETS, PROCEDURES

_DECODED_AT_MOST = 1024
"""Procedures kept ready, some 25 kB each; those that people ask for are fewer."""


def write_procedures(folder: Path, procedures: Iterable[Procedure]) -> None:
    """Write the lines and where each begins; the procedures come sorted by code."""
    codes, starts = [], [0]
    with (folder / PROCEDURES).open("wb") as lines:
        for procedure in procedures:
            codes.append(procedure.code)
            starts.append(starts[-1] + lines.write(json_line(procedure) + b"\n"))
    (folder / OFFSETS).write_bytes(json_line({"codes": codes, "starts": starts}))


class StoredProcedures(Mapping[str, Procedure]):
    """Code to Procedure, in the order of codes; read-only, safe to share between threads.

    Length, codes and membership decode nothing. The file stays open, so a snapshot that is removed can be read to
    its end. Raises SnapshotUnreadable: at once where files are missing, later for a line that was changed since.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            index = json.loads((folder / OFFSETS).read_bytes())
            self._places = {code: place for place, code in enumerate(index["codes"])}
            self._starts = array("Q", index["starts"])
            if len(self._starts) != len(self._places) + 1:
                raise ValueError(f"{OFFSETS} has {len(self._places)} codes and {len(self._starts)} places")
            self._file = os.open(folder / PROCEDURES, os.O_RDONLY)
        except (OSError, ValueError, KeyError, TypeError, OverflowError) as error:
            raise SnapshotUnreadable(folder, error) from error
        weakref.finalize(self, os.close, self._file)
        self._ready = lru_cache(maxsize=_DECODED_AT_MOST)(_Decoder(folder, self._file, self._starts))

    def __getitem__(self, code: str) -> Procedure:
        return self._ready(self._places[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, code: object) -> bool:
        return code in self._places

    def line(self, code: str) -> bytes:
        """Return the line of a procedure as it was written."""
        return _line(self._file, self._starts, self._places[code])


class _Decoder:
    """Knows file and places, and not who asks: a snapshot that nobody uses any more is freed at once."""

    def __init__(self, folder: Path, file: int, starts: array[int]) -> None:
        self._folder, self._file, self._starts = folder, file, starts

    def __call__(self, place: int) -> Procedure:
        try:
            return decoded(Procedure, json.loads(_line(self._file, self._starts, place)))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SnapshotUnreadable(self._folder, f"line {place + 1} of {PROCEDURES}: {error}") from error


def _line(file: int, starts: array[int], place: int) -> bytes:
    return os.pread(file, starts[place + 1] - starts[place], starts[place])
