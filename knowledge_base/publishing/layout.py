"""Where the files of snapshots lie.

``<snapshots>/<version>/`` is a snapshot: ``procedures.jsonl`` (one a line, sorted by code), ``offsets.json`` (where
each begins), ``named.jsonl`` (procedures known by name only), ``copies.json`` (codes held under another one; left out
where there are none), what the parts wrote (``search/``), ``manifest.json``.
``<snapshots>/current.json`` says which one is current. Names with a dot in front are unfinished or on their way out.
"""

from __future__ import annotations

import re
from typing import Final

PROCEDURES: Final = "procedures.jsonl"
OFFSETS: Final = "offsets.json"
NAMED: Final = "named.jsonl"
COPIES: Final = "copies.json"
MANIFEST: Final = "manifest.json"
POINTER: Final = "current.json"
BUILDING: Final = ".building-"
REMOVED: Final = ".removed-"
VERSION_CHARACTERS: Final = 16

_VERSION = re.compile(f"[0-9a-f]{{{VERSION_CHARACTERS}}}")


def is_version(name: str) -> bool:
    """Whether a name is that of a snapshot."""
    return _VERSION.fullmatch(name) is not None
