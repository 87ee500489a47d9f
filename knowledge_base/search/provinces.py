"""Records of one province: they are for its own citizens, and for who names it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from knowledge_base.search.phrases import PhraseBook
from knowledge_base.search.query import Query


class Provinces:
    """Knows which documents are records of which province."""

    def __init__(self, of_documents: Sequence[str], home: str) -> None:
        self._of_documents = np.array(of_documents)
        self._everywhere: NDArray[np.bool_] = (self._of_documents == "") | (self._of_documents == home)
        others = sorted(set(of_documents) - {"", home})
        self._book = PhraseBook((province, province) for province in others)

    def may_be_meant(self, query: Query) -> NDArray[np.bool_]:
        """Tell, for each document, whether it holds where the office is or in a province that is named."""
        named = [span.label for span in self._book.spans(query.typed)]
        if not named:
            return self._everywhere
        may_be: NDArray[np.bool_] = self._everywhere | np.isin(self._of_documents, named)
        return may_be
