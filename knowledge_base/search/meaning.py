"""How near a question is in meaning to the names of procedures, where an encoder is installed."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.search.entries import Floats, Numbers
from knowledge_base.search.names import ALIAS, QUESTION, TITLE
from knowledge_base.search.near_names import NearNames

MEANINGS: Final = ("meaning_title", "meaning_alias", "meaning_question")
"""The columns of the evidence that an encoder fills."""

VECTORS: Final = "search/vectors.npy"
"""Where the vectors lie in the folder of a snapshot: float16 [names, dimensions], in the index's order of names."""
MADE_BY: Final = "search/vectors.json"

_NO_NAME = -1
_READ_CHARACTERS = 500
"""A longer question costs more time than its end tells; none of the evaluation's is."""
_FAR = 0.7
"""The cosine from which nearness counts: the encoders in use put hardly two texts farther apart."""

Halves = NDArray[np.float16]
log = logging.getLogger(__name__)


def nearness(cosines: Floats) -> Floats:
    """Return how near texts are in meaning: 0 far, 1 the same."""
    near: Floats = np.maximum(0, (cosines - _FAR) / (1 - _FAR))
    return near


@dataclass(frozen=True)
class Meant:
    """A question's vector [dimensions] beside those of all names of an index [names, dimensions]."""

    asked: Floats
    vectors: Halves

    def told(self, near: NearNames, kind_of: Numbers) -> dict[str, Floats]:
        """Return how near the nearest name of each kind is, for each document: 0 far, 1 the same.

        ``kind_of`` [near.rows] are the names' kinds. A document without a name of a kind is as near by it as its title
        is. Reads the vectors of these names alone.
        """
        cosines = self.vectors[near.rows].astype(np.float32) @ self.asked
        nearest = nearness(cosines)
        title, *others = (
            near.best(np.where(kind_of == kind, nearest, _NO_NAME), _NO_NAME)
            for kind in (TITLE, ALIAS, QUESTION)
        )
        columns = (title, *(np.where(other == _NO_NAME, title, other) for other in others))
        return dict(zip(MEANINGS, columns, strict=True))


@dataclass(frozen=True)
class Meaning:
    """The encoder, and the vectors it made of the names of an index."""

    encoder: Encoder
    vectors: Halves

    def of(self, text: str) -> Meant:
        """Read a question as typed; some 12 ms for a short one, safe to call from several threads."""
        return Meant(self.encoder.query(text[:_READ_CHARACTERS]), self.vectors)


def read_meaning(folder: Path, names: int, encoder: Encoder | None) -> Meaning | None:
    """Open a snapshot's vectors of so many names; None, and said why, where they and the encoder are no pair.

    They stay on the disk and are read as they are needed.
    """
    if encoder is None or not (folder / MADE_BY).exists():
        if encoder:
            log.warning("%s has no vectors: the search goes by words alone; publish again", folder)
        return None
    try:
        made_by = json.loads((folder / MADE_BY).read_text("utf-8"))["encoder"]
        vectors: Halves = np.load(folder / VECTORS, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("the vectors of %s cannot be read, the search goes by words alone: %s", folder, error)
        return None
    if made_by != encoder.identity or len(vectors) != names:
        log.warning(
            "another encoder made the vectors of %s: the search goes by words alone; publish again", folder
        )
        return None
    return Meaning(encoder, vectors)


def write_vectors(folder: Path, vectors: Halves, encoder: Encoder) -> None:
    """Write the vectors of an index's names, and whose they are, into a snapshot under construction."""
    np.save(folder / VECTORS, vectors, allow_pickle=False)
    (folder / MADE_BY).write_text(json.dumps({"encoder": encoder.identity}), "utf-8")
