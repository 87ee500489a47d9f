"""The searches that ours is compared with, on a handful of documents."""

from __future__ import annotations

import sqlite3
import sys

import numpy as np
import pytest

from knowledge_base.evaluation.peers.cost import Built, Latency
from knowledge_base.evaluation.peers.encoder_alone import EncoderAlone
from knowledge_base.evaluation.peers.full_text import FullText
from knowledge_base.evaluation.peers.lineup import Lineup
from knowledge_base.evaluation.peers.ours import Ours, OurWords
from knowledge_base.evaluation.peers.over_procedures import over_procedures, without_words
from knowledge_base.evaluation.peers.peer import RANKED_AT_MOST, PeerUnavailable, best
from knowledge_base.evaluation.peers.plain_bm25s import PlainBm25s
from knowledge_base.evaluation.peers.ranks import Wanted, ranks
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.search import ProcedureSearch
from tests.knowledge_base.search.made_up_encoder import MadeUp

DOCUMENTS = (
    SearchDocument("1", "Đăng ký thả diều", ("xin thả diều",), ("muốn thả diều thì làm sao",), "sân bay"),
    SearchDocument("2", "Đăng ký nuôi ong", ("mở trại ong",), body="mật ong"),
    SearchDocument("3", "Cấp phép trồng chè", body="đồi chè", province="Thái Nguyên"),
    SearchDocument("", "Hát ru", held=False),
)
SEARCH = ProcedureSearch.over(DOCUMENTS)
EVERYWHERE = np.array([True, True, False, False])


def encoder_alone():
    encoder = MadeUp()
    vectors = encoder.passages([document.name for document in DOCUMENTS])
    return EncoderAlone(encoder, vectors, np.arange(4), SEARCH.index.codes, EVERYWHERE)


def bm25s():
    pytest.importorskip("bm25s")
    return PlainBm25s(DOCUMENTS)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Ours(SEARCH),
        lambda: OurWords(SEARCH, EVERYWHERE),
        bm25s,
        lambda: FullText(DOCUMENTS),
        encoder_alone,
    ],
    ids=["ours", "our BM25", "bm25s", "FTS5", "encoder"],
)
def test_every_peer_finds_the_plain_case(make):
    peer = make()
    assert peer.rank("đăng ký nuôi ong")[0] == "2"
    assert peer.rank("đăng ký thả diều")[0] == "1"
    assert len(peer.rank("xyz")) <= len(DOCUMENTS)


@pytest.mark.parametrize("make", [bm25s, lambda: FullText(DOCUMENTS)], ids=["bm25s", "FTS5"])
def test_peers_by_words_read_what_has_no_diacritics_and_find_nothing_in_nothing(make):
    peer = make()
    assert peer.rank("trong che")[0] == "3"
    assert peer.rank("?!") == []
    assert peer.rank('nuôi ong" OR 1')[0] == "2"


def test_the_best_are_ordered_cut_and_above_nothing():
    scores = np.arange(RANKED_AT_MOST * 2, dtype=float)
    codes = [str(score) for score in scores.astype(int).tolist()]
    assert best(scores, codes) == codes[: RANKED_AT_MOST - 1 : -1]
    assert best(np.array([0.0, 2.0, 2.0]), ["a", "b", "c"]) == ["b", "c"]
    assert best(np.zeros(0), []) == []


def test_a_peer_whose_library_is_missing_is_left_out_with_the_reason(monkeypatch):
    monkeypatch.setitem(sys.modules, "bm25s", None)
    lineup = Lineup.of(over_procedures(lambda: SEARCH, DOCUMENTS, ""))
    assert list(lineup.built) == ["ours", "our BM25", "FTS5"]
    assert "make setup-tests" in lineup.left_out["bm25s"]
    assert "make encoder" in lineup.left_out["encoder"]


def test_a_sqlite_without_full_text_search_is_said(monkeypatch):
    class Bare:
        def execute(self, statement):
            raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", lambda *where, **how: Bare())
    with pytest.raises(PeerUnavailable, match="fts5"):
        FullText(DOCUMENTS)


def test_peers_rank_what_holds_where_the_office_is():
    makers = over_procedures(lambda: SEARCH, DOCUMENTS, "")
    built = Lineup.of(makers).built
    for name in ("our BM25", "FTS5"):
        assert "3" not in built[name].peer.rank("cấp phép trồng chè")
        assert "" not in built[name].peer.rank("hát ru")


def test_words_are_taken_from_procedures_and_not_from_topics():
    bare = list(without_words([*DOCUMENTS, SearchDocument("", "Ca hát", ("hát hò",))]))
    assert all(not document.aliases and not document.questions for document in bare[:4])
    assert bare[4].aliases == ("hát hò",)
    assert bare[0].body == "sân bay"


def test_ranks_are_those_of_the_right_ones_with_the_time_each_took():
    found = ranks(Ours(SEARCH), [Wanted("đăng ký nuôi ong", {"2"}), Wanted("xin thả diều", {"9"})])
    assert found.first_right == [0, None]
    assert found.all_right == [[0], []]
    assert len(found.seconds) == 2
    assert min(found.seconds) > 0


def test_costs_are_of_building_and_of_questions():
    built = Built.by(lambda: FullText(DOCUMENTS))
    assert built.seconds > 0
    assert Latency.of([0.001, 0.003]).median == pytest.approx(2)
    assert Latency.of([]).p95 == 0
