"""Our own search, whole, and its BM25 alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge_base.evaluation.peers.peer import best
from knowledge_base.search.search import ProcedureSearch


@dataclass(frozen=True)
class Ours:
    """The search as the assistant asks it; a topic that is no procedure takes a place under the code ""."""

    search: ProcedureSearch

    def rank(self, question: str) -> Sequence[str]:
        """Return what is weighed, likeliest first."""
        return [candidate.code for candidate in self.search.ranked(question)]


@dataclass(frozen=True)
class OurWords:
    """BM25 over folded syllables and pairs, names weighted above bodies, on the question as our search reads it.

    Ranks the documents for which ``may_be`` [documents] holds.
    """

    search: ProcedureSearch
    may_be: NDArray[np.bool_]

    def rank(self, question: str) -> Sequence[str]:
        """Return what shares the most telling words, all other evidence left out."""
        index = self.search.index
        asked = index.weights.weigh(self.search.read(question))
        return best(index.postings["all"].carried(asked.weights) * self.may_be, index.codes)
