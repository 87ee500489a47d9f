"""Bases made larger, and what peers cost over them."""

from __future__ import annotations

from knowledge_base.evaluation.growth.growth import growth
from knowledge_base.evaluation.growth.multiplied import multiplied
from knowledge_base.search.document import SearchDocument

DOCUMENTS = [
    SearchDocument("1", "Đăng ký thả diều", ("xin thả diều",), ("thả diều ở đâu",), "sân bay gần nhà"),
    SearchDocument("2", "Đăng ký nuôi ong", ("mở trại ong",), body="mật ong rừng"),
]


def test_copies_have_codes_of_their_own_and_other_words():
    made = multiplied(DOCUMENTS, 7)
    assert made[:2] == DOCUMENTS
    assert len({document.code for document in made}) == 7
    assert made[2].name != DOCUMENTS[0].name
    assert len(made[2].name.split()) == len(DOCUMENTS[0].name.split())
    assert multiplied(DOCUMENTS, 7) == made


def test_each_peer_is_built_at_each_size():
    told = growth(DOCUMENTS, ["nuôi ong", "thả diều"], sizes=(2, 5))
    assert [(one.peer, one.size) for one in told if one.peer != "bm25s"] == [
        ("ours", 2),
        ("FTS5", 2),
        ("ours", 5),
        ("FTS5", 5),
    ]
    assert all(one.cost.latency.p95 > 0 and one.cost.build_seconds > 0 for one in told)
