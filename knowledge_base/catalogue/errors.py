"""What can go wrong with the imported catalogue; each text says what, where and how to mend it."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Base of what can go wrong with the imported catalogue."""


class StoreUnreadable(StoreError):
    """The file is damaged or of another format."""

    def __init__(self, path: Path, why: object) -> None:
        super().__init__(
            f"{path}: the imported catalogue cannot be read; {why}; move it away and import again: motcua kb import"
        )


class LossTooGreat(StoreError):
    """So many codes would vanish that the import is more likely broken than true."""

    def __init__(self, gone: int, in_force: int) -> None:
        super().__init__(
            f"{gone} of {in_force} procedures in force are not in this import, more than one in ten, so nothing was"
            " changed; name every file of the catalogue, or give --add when these are only some of its records,"
            ' or --accept-loss "REASON" when they were really withdrawn'
        )
        self.gone, self.in_force = gone, in_force


class StoreBusy(StoreError):
    """Another import is writing."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: another import is at work on it; wait until it is done")
