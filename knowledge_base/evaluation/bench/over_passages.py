"""The peers over the passages of a public set."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from knowledge_base.encoder.encoder import Encoder
from knowledge_base.evaluation.bench.passages import MeantPassages, PassageSearch
from knowledge_base.evaluation.peers.encoder_alone import EncoderAlone
from knowledge_base.evaluation.peers.full_text import FullText
from knowledge_base.evaluation.peers.over_procedures import OURS
from knowledge_base.evaluation.peers.peer import Peer, PeerUnavailable
from knowledge_base.evaluation.peers.plain_bm25s import PlainBm25s
from knowledge_base.evaluation.peers.whole_text import whole_text
from knowledge_base.search.document import SearchDocument

WITH_MEANING = "ours with meaning"


def over_passages(
    documents: Sequence[SearchDocument], encoder: Encoder | None
) -> Mapping[str, Callable[[], Peer]]:
    """Return what builds each peer; encoding passages takes a core some 0.2 s each."""
    codes = [document.code for document in documents]
    words: list[PassageSearch] = []
    vectors: list[np.ndarray] = []

    def ours() -> Peer:
        words.append(PassageSearch(documents))
        return words[0]

    def meant() -> Peer:
        if encoder is None:
            raise PeerUnavailable("there is no encoder: make encoder")
        vectors.append(encoder.passages(list(map(whole_text, documents))))
        return MeantPassages(words[0], encoder, vectors[0])

    def alone() -> Peer:
        if encoder is None:
            raise PeerUnavailable("there is no encoder: make encoder")
        places = np.arange(len(codes))
        return EncoderAlone(encoder, vectors[0], places, codes, np.ones(len(codes), np.bool_))

    return {
        OURS: ours,
        WITH_MEANING: meant,
        "bm25s": lambda: PlainBm25s(documents),
        "FTS5": lambda: FullText(documents),
        "encoder": alone,
    }
