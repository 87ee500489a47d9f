"""What the search read before, kept in a file, so that publishing again reads only what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.readings import HASH_BYTES, NOTHING_READ, Readings
from knowledge_base.search.runs import Runs
from knowledge_base.whole_file import write_whole

_PARTS = ("telling", "written")


@dataclass(frozen=True)
class ReadBefore:
    """One file of the readings asked for last, under the mark of all that reads them.

    One that is missing, cut off, damaged or of another mark holds nothing. 50,000 texts take 30 MB.
    """

    file: Path
    mark: str

    def of(self, names: Sequence[str], bodies: Sequence[str]) -> Readings:
        """Return the readings of names and bodies, and keep them; a full disk costs only time."""
        before = self._kept()
        readings = before.of(names, bodies)
        if readings.rows.keys() != before.rows.keys():
            with suppress(OSError):
                self._keep(readings)
        return readings

    def _kept(self) -> Readings:
        with (
            suppress(OSError, ValueError, KeyError, EOFError, BadZipFile),
            self.file.open("rb") as file,
            np.load(file, allow_pickle=False) as arrays,
        ):
            if arrays["mark"].item() == self.mark:
                return _readings(arrays)
        return NOTHING_READ

    def _keep(self, readings: Readings) -> None:
        content = BytesIO()
        runs = {part: getattr(readings, part) for part in _PARTS}
        np.savez(
            content,
            allow_pickle=False,
            mark=np.array(self.mark),
            keys=np.frombuffer(b"".join(readings.rows), np.uint8),
            words=np.frombuffer("\n".join(readings.words).encode(), np.uint8),
            **{f"{part}.numbers": of_part.numbers for part, of_part in runs.items()},
            **{f"{part}.begins": of_part.begins for part, of_part in runs.items()},
        )
        write_whole(self.file, content.getvalue())


def _readings(arrays: Mapping[str, NDArray[Any]]) -> Readings:
    keys = arrays["keys"].tobytes()
    begins = range(0, len(keys), HASH_BYTES)
    return Readings(
        {keys[begin : begin + HASH_BYTES]: row for row, begin in enumerate(begins)},
        arrays["words"].tobytes().decode().split("\n"),
        *(Runs(arrays[f"{part}.numbers"], arrays[f"{part}.begins"]) for part in _PARTS),
    )
