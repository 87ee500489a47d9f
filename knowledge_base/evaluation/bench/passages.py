"""Our search over passages: of its evidence, that which any text has."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.evaluation.peers.peer import best
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.entries import Entries, Floats, Vocabulary
from knowledge_base.search.field import saturated
from knowledge_base.search.indexing import WEIGHT_OF_NAME
from knowledge_base.search.meaning import nearness
from knowledge_base.search.names import TITLE
from knowledge_base.search.postings import Postings
from knowledge_base.search.query import Query, typed_syllables
from knowledge_base.search.spelling import Spelling
from knowledge_base.search.terms import Weights, terms

_MEANING = 0.4
"""What full nearness in meaning weighs beside all words shared; docs/decisions/0015-peers.md."""


class PassageSearch:
    """Texts are read, mended, folded and weighed as those of procedures are.

    Other than there, the text itself counts whole, how much a term tells is learned from it and not from names
    alone, and no word is set aside: "phí" and "hồ sơ" are sides of a procedure, but the very matter of an article.
    """

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self.codes = [document.code for document in documents]
        titles = [typed_syllables(document.name) for document in documents]
        bodies = [typed_syllables(document.body) for document in documents]
        numbers = Vocabulary()
        named, told = (Entries.of(map(terms, texts), numbers) for texts in (titles, bodies))
        together = Entries.together(named.times(WEIGHT_OF_NAME[TITLE]), told)
        self._postings = Postings.of(saturated(together), numbers, len(documents))
        self._weights = Weights(Postings.of(together.once(), numbers, len(documents)))
        self._spelling = Spelling.of([*titles, *bodies])

    def shared(self, question: str) -> Floats:
        """Return the share of the question's weight that each passage holds; float32 [documents]."""
        read = self._spelling.mended(typed_syllables(question))
        asked = self._weights.weigh(Query(tuple(read), ()))
        shares: Floats = self._postings.carried(asked.weights) / np.float32(asked.total)
        return shares

    def rank(self, question: str) -> Sequence[str]:
        """Return the passages by words alone."""
        return best(self.shared(question), self.codes)


class MeantPassages:
    """The same with what an encoder tells: ``vectors`` [documents, dimensions] of the passages."""

    def __init__(self, search: PassageSearch, encoder: Encoder, vectors: Floats) -> None:
        self._search, self._encoder, self._vectors = search, encoder, vectors

    def rank(self, question: str) -> Sequence[str]:
        """Return the passages by words and meaning; a question without diacritics goes by words alone."""
        shared = self._search.shared(question)
        if question.isascii():
            return best(shared, self._search.codes)
        near = nearness(self._vectors @ self._encoder.query(question))
        return best(shared + _MEANING * near, self._search.codes)
