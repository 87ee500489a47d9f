"""Full-text search of SQLite (FTS5), as Python brings it, over folded syllables."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from knowledge_base.evaluation.peers.peer import RANKED_AT_MOST, PeerUnavailable
from knowledge_base.evaluation.peers.whole_text import whole_text
from knowledge_base.search.document import SearchDocument
from knowledge_base.vietnamese.folding import folded_syllables

_FIND = "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?"


class FullText:
    """One table in memory; SQLite does not fold the letter đ, so texts come folded.

    A question is looked up by its phrases of two syllables, any of them; with the single ones beside them it takes
    three times as long and finds no more. Raises PeerUnavailable where Python's SQLite has no FTS5.
    """

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self._codes = [document.code for document in documents]
        self._table = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._table.execute("CREATE VIRTUAL TABLE texts USING fts5(body)")
        except sqlite3.OperationalError as error:
            raise PeerUnavailable(f"Python's SQLite has no FTS5: {error}") from error
        rows = (
            (place, " ".join(folded_syllables(whole_text(document))))
            for place, document in enumerate(documents)
        )
        self._table.executemany("INSERT INTO texts(rowid, body) VALUES (?, ?)", rows)

    def rank(self, question: str) -> Sequence[str]:
        """Return what FTS5 finds, by its own BM25."""
        words = folded_syllables(question)
        phrases = dict.fromkeys(map(" ".join, pairwise(words))) or dict.fromkeys(words)
        if not phrases:
            return []
        asked = " OR ".join(f'"{phrase}"' for phrase in phrases)
        return [self._codes[place] for (place,) in self._table.execute(_FIND, (asked, RANKED_AT_MOST))]
