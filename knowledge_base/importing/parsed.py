"""What reading one file yields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any


class Format(IntEnum):
    """The official formats, the fullest last: of two files on one procedure the fuller one wins."""

    LIST = 1
    PDF = 2
    WORD = 3
    JSON = 4


@dataclass(frozen=True)
class Origin:
    """Where a record comes from: the file as the operator knows it, and the day it was fetched."""

    file: str
    fetched: date


@dataclass(frozen=True)
class Parsed:
    """A record in the shape that ``knowledge_base.official.block`` reads, and the format it was in."""

    record: dict[str, Any]
    format: Format
    file: str

    @property
    def code(self) -> str:
        """The code, as the record has it."""
        return str(self.record["code"])
