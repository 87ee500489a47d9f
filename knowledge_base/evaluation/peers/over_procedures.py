"""The peers over the procedures of a base: the same names and bodies for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from knowledge_base.evaluation.peers.encoder_alone import EncoderAlone
from knowledge_base.evaluation.peers.full_text import FullText
from knowledge_base.evaluation.peers.ours import Ours, OurWords
from knowledge_base.evaluation.peers.peer import Peer, PeerUnavailable
from knowledge_base.evaluation.peers.plain_bm25s import PlainBm25s
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.index import Index
from knowledge_base.search.indexing import index_of
from knowledge_base.search.meaning import Meaning
from knowledge_base.search.names import TITLE
from knowledge_base.search.search import ProcedureSearch

OURS = "ours"
NO_ENCODER = "no encoder has made vectors for this snapshot: make encoder"


def over_procedures(
    search: Callable[[], ProcedureSearch], documents: Sequence[SearchDocument], home: str
) -> Mapping[str, Callable[[], Peer]]:
    """Return what builds each peer, ours from ``search``.

    The others rank the documents that may be meant where the office is: procedures of everywhere and of ``home``,
    topics left out.
    """
    ranked = [document for document in documents if document.code and document.province in ("", home)]
    made: list[ProcedureSearch] = []

    def ours() -> Peer:
        made.append(search())
        return Ours(made[0])

    return {
        OURS: ours,
        "our BM25": lambda: OurWords(made[0], _may_be(made[0].index, home)),
        "bm25s": lambda: PlainBm25s(ranked),
        "FTS5": lambda: FullText(ranked),
        "encoder": lambda: _encoder_alone(made[0], home),
    }


def without_words(documents: Sequence[SearchDocument]) -> Iterator[SearchDocument]:
    """Yield the documents, procedures with their official names and bodies only."""
    for document in documents:
        yield replace(document, aliases=(), questions=()) if document.code else document


def search_without_words(
    search: ProcedureSearch, documents: Sequence[SearchDocument], home: str
) -> ProcedureSearch:
    """Return our search over ``documents``, in the order of its index, as if no procedure had words of ours."""
    index = index_of(list(without_words(documents)))
    if search.meaning is None:
        return ProcedureSearch(index, home=home)
    told = search.index
    is_topic = np.array([not code for code in told.codes], np.bool_)
    kept = (told.kind_of == TITLE) | is_topic[told.document_of]
    vectors = np.asarray(search.meaning.vectors)[kept]
    return ProcedureSearch(index, home=home, meaning=Meaning(search.meaning.encoder, vectors))


def _encoder_alone(search: ProcedureSearch, home: str) -> Peer:
    if search.meaning is None:
        raise PeerUnavailable(NO_ENCODER)
    index, meaning = search.index, search.meaning
    vectors = np.asarray(meaning.vectors)
    return EncoderAlone(meaning.encoder, vectors, index.document_of, index.codes, _may_be(index, home))


def _may_be(index: Index, home: str) -> NDArray[np.bool_]:
    return np.array(
        [bool(code) and of in ("", home) for code, of in zip(index.codes, index.provinces, strict=True)],
        np.bool_,
    )
