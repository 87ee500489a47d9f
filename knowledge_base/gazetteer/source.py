"""Where the table of communes comes from: a pinned package of data, with its dates."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("source.toml")


@dataclass(frozen=True)
class Source:
    """What ``source.toml`` says; ``mark`` tells it from any other, and stands in the table that it made.

    The communes are the present ones since ``in_force``; the package's data are of ``dated``. ``counts`` is how
    many provinces, communes, former communes and split ones there must be, ``kinds`` what the package's names of
    communes and districts begin with, in small letters.
    """

    package: str
    version: str
    sha256: str
    licence: str
    dated: date
    in_force: date
    seen: date
    review_by: date
    kinds: Sequence[str]
    counts: Mapping[str, int]
    mark: str


@lru_cache(maxsize=1)
def read_source(file: Path = FILE) -> Source:
    """Read the file once."""
    content = file.read_bytes()
    return Source(**tomllib.loads(content.decode()), mark=hashlib.sha256(content).hexdigest())
