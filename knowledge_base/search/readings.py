"""Names and bodies as the search reads them, each text once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.entries import Vocabulary
from knowledge_base.search.query import read_query
from knowledge_base.search.runs import NO_RUNS, Runs
from knowledge_base.vietnamese.folding import fold_each, folded_syllables, syllables

HASH_BYTES: Final = 16
_BODY_CHARACTERS = 4000

Reading = tuple[Sequence[str], Sequence[str]]
"""The folded syllables that a text is found by, and all its lower-case syllables as they are written."""


@dataclass(frozen=True)
class Readings:
    """What texts were read as; ``rows`` are their places among the runs, by the keys of the texts.

    ``telling`` and ``written`` hold the two parts of each reading, as numbers of ``words``.
    """

    rows: Mapping[bytes, int] = field(default_factory=dict)
    words: Sequence[str] = ()
    telling: Runs = NO_RUNS
    written: Runs = NO_RUNS

    def of(self, names: Sequence[str], bodies: Sequence[str]) -> Readings:
        """Return the readings of these texts alone, reading those that were not read before; names come first."""
        texts = _keyed(names, "name", _read_name) | _keyed(bodies, "body", _read_body)
        words = Vocabulary(zip(self.words, range(len(self.words)), strict=True))
        new = {
            key: [[words[word] for word in part] for part in read(text)]
            for key, (read, text) in texts.items()
            if key not in self.rows
        }
        telling, written = (Runs.of(reading[part] for reading in new.values()) for part in (0, 1))
        rows = {**self.rows, **{key: row for row, key in enumerate(new, len(self.rows))}}
        places = np.array([rows[key] for key in texts], np.intp)
        return Readings(
            dict(zip(texts, range(len(texts)), strict=True)),
            list(words),
            self.telling.and_then(telling).taken(places),
            self.written.and_then(written).taken(places),
        )

    def names(self, names: Sequence[str]) -> NDArray[np.intp]:
        """Return the rows of names."""
        return self._rows(names, "name")

    def bodies(self, bodies: Sequence[str]) -> NDArray[np.intp]:
        """Return the rows of bodies."""
        return self._rows(bodies, "body")

    def _rows(self, texts: Sequence[str], kind: str) -> NDArray[np.intp]:
        return np.array([self.rows[_key(kind, text)] for text in texts], np.intp)


NOTHING_READ: Final = Readings()


def _keyed(
    texts: Sequence[str], kind: str, read: Callable[[str], Reading]
) -> dict[bytes, tuple[Callable[[str], Reading], str]]:
    return {_key(kind, text): (read, text) for text in texts}


def _key(kind: str, text: str) -> bytes:
    return hashlib.sha256(f"{kind}\0{text}".encode("utf-8", "surrogatepass")).digest()[:HASH_BYTES]


def _read_name(name: str) -> Reading:
    query = read_query(name)
    return fold_each(query.content), query.typed


def _read_body(body: str) -> Reading:
    return folded_syllables(body[:_BODY_CHARACTERS]), syllables(body.lower())
