"""The encoder alone: the document whose nearest text means nearly what the question does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.evaluation.peers.peer import best


class EncoderAlone:
    """``vectors`` [texts, dimensions] are those of all documents' texts, ``owner`` [texts] each one's place.

    Ranks the documents for which ``may_be`` [documents] holds.
    """

    def __init__(
        self,
        encoder: Encoder,
        vectors: NDArray[np.floating],
        owner: NDArray[np.integer],
        codes: Sequence[str],
        may_be: NDArray[np.bool_],
    ) -> None:
        self._encoder, self._codes = encoder, codes
        kept = may_be[owner]
        self._vectors, self._owner = vectors[kept].astype(np.float32), owner[kept]

    def rank(self, question: str) -> Sequence[str]:
        """Return the documents by their nearest text; the question is encoded as typed, without diacritics too."""
        nearest = np.zeros(len(self._codes), np.float32)
        np.maximum.at(nearest, self._owner, self._vectors @ self._encoder.query(question))
        return best(nearest, self._codes)
