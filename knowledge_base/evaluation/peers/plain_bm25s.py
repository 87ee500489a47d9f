"""The library bm25s (MIT) with its own settings, over folded syllables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge_base.evaluation.peers.peer import PeerUnavailable, best
from knowledge_base.evaluation.peers.whole_text import whole_text
from knowledge_base.search.document import SearchDocument
from knowledge_base.vietnamese.folding import folded_syllables


class PlainBm25s:
    """Each document one text; nothing is mended, weighted or set aside. Raises PeerUnavailable without the library."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        try:
            from bm25s import BM25
        except ImportError as error:
            raise PeerUnavailable("the package bm25s is not installed: make setup-tests") from error
        self._codes = [document.code for document in documents]
        self._index = BM25()
        self._index.index(
            [folded_syllables(whole_text(document)) for document in documents], show_progress=False
        )

    def rank(self, question: str) -> Sequence[str]:
        """Return what BM25 of the library finds."""
        known = [word for word in folded_syllables(question) if word in self._index.vocab_dict]
        return best(np.asarray(self._index.get_scores(known)), self._codes) if known else []
