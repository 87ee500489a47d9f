"""Meaning beside words: what is written, what is read back, and when the search goes by words alone."""

import numpy as np
import pytest

from knowledge_base.publishing.reading import read_current
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.evidence import names
from knowledge_base.search.indexing import index_of
from knowledge_base.search.judgement import WORDS, fitted, weights_with_meaning
from knowledge_base.search.meaning import MADE_BY, MEANINGS, VECTORS, Meaning, Meant, read_meaning
from knowledge_base.search.near_names import NearNames
from knowledge_base.search.published import WriteIndex, WriteVectors
from knowledge_base.search.search import ProcedureSearch
from knowledge_base.search.vector_cache import VectorCache
from tests.knowledge_base.publishing.made_up import procedure, put
from tests.knowledge_base.search.made_up_encoder import MadeUp


@pytest.fixture
def cache(tmp_path):
    return VectorCache(tmp_path / "state" / "vectors.npz")


def snapshot(tmp_path, encoder, cache, *held):
    held = held or [procedure(1, "Xin thả diều"), procedure(2, "Xin nuôi ong"), procedure(3, "Xin trồng chè")]
    put(tmp_path, *held, parts=[WriteIndex(), WriteVectors(encoder, cache)])
    return read_current(tmp_path)


def told_at(index, meant, places):
    near = NearNames.of(np.array(places, np.intp), index.owners)
    return meant.told(near, index.kind_of[near.rows])


def test_each_kind_of_name_is_as_near_as_its_nearest_and_a_missing_one_as_the_title():
    index = index_of(
        [SearchDocument("1", "a"), SearchDocument("2", "b", ("c", "d"), ("e",)), SearchDocument("3", "f")]
    )
    vectors = np.array([[0.85, 0], [0.7, 0], [1, 0], [0.4, 0], [1, 0], [0.85, 0]], np.float16)
    meant = Meant(np.array([1, 0], np.float32), vectors)
    told = told_at(index, meant, [0, 1])
    assert told["meaning_title"] == pytest.approx([0.5, 0], abs=0.01)
    assert told["meaning_alias"] == pytest.approx([0.5, 1], abs=0.01)
    assert told["meaning_question"] == pytest.approx([0.5, 0.5], abs=0.01)
    assert {len(column) for column in told_at(index, meant, []).values()} == {0}


def test_a_snapshot_holds_a_vector_of_each_name_in_the_order_of_the_index(tmp_path, cache):
    held = snapshot(tmp_path, MadeUp(), cache)
    vectors = np.load(held.folder / VECTORS)
    index = ProcedureSearch.of(held).index
    assert (vectors.dtype, len(vectors)) == (np.float16, len(index.kind_of))
    assert vectors[:3].argmax(axis=1).tolist() == [0, 1, 2]


def test_what_is_meant_in_other_words_ranks_higher_with_an_encoder(tmp_path, cache):
    held = snapshot(tmp_path, MadeUp(), cache)
    asked = "xin cánh giấy"
    by_words = ProcedureSearch.of(held).find(asked).candidates
    by_both = ProcedureSearch.of(held, "", MadeUp()).find(asked).candidates
    near = {candidate.code: candidate.parts["meaning_title"] for candidate in by_both}
    assert by_both[0].code == "1.000001"
    assert near["1.000001"] > 0.9 > near["1.000002"]
    assert {candidate.parts["meaning_title"] for candidate in by_words} == {0}


@pytest.mark.parametrize("other", [None, MadeUp("another")])
def test_without_the_encoder_that_made_the_vectors_words_alone_count(tmp_path, cache, caplog, other):
    held = snapshot(tmp_path, MadeUp(), cache)
    result = ProcedureSearch.of(held, "", other).find("xin thả diều")
    assert result == ProcedureSearch.of(held).find("xin thả diều")
    assert [record.message for record in caplog.records if "words alone" in record.message] == [
        f"another encoder made the vectors of {held.folder}: the search goes by words alone; publish again"
    ] * (other is not None)


def test_damaged_vectors_leave_the_words(tmp_path, caplog):
    assert read_meaning(tmp_path, 1, MadeUp()) is None
    (tmp_path / MADE_BY).parent.mkdir()
    (tmp_path / MADE_BY).write_text('{"encoder": "made up"}')
    (tmp_path / VECTORS).write_bytes(b"\x93NUMPY")
    assert read_meaning(tmp_path, 1, MadeUp()) is None
    np.save(tmp_path / VECTORS, np.zeros((5, 2), np.float16))
    assert read_meaning(tmp_path, 1, MadeUp()) is None
    assert len(caplog.records) == 3


def test_of_a_long_text_the_beginning_is_encoded():
    meaning, beginning = Meaning(MadeUp(), np.zeros((0, 4), np.float16)), "xin thả diều ".ljust(500, "…")
    assert np.array_equal(meaning.of(beginning + " và nuôi ong").asked, meaning.of(beginning).asked)


def test_a_text_that_says_too_little_or_has_no_diacritics_is_not_encoded(tmp_path, cache):
    encoder = MadeUp()
    held = snapshot(tmp_path, encoder, cache)
    search = ProcedureSearch.of(held, "", encoder)
    assert search.evidence("xin thả diều").is_meant
    for text in ("diều", "xin tha dieu"):
        assert not search.evidence(text).is_meant
        assert search.find(text) == ProcedureSearch.of(held).find(text)


def test_words_have_one_weight_beside_meaning_and_more_is_asked_for_to_be_sure():
    words, both = fitted(), fitted(with_meaning=True)
    is_meaning = np.isin(names(), MEANINGS)
    assert not words.ranking[is_meaning].any()
    assert both.ranking[is_meaning].all()
    assert both.ranking[~is_meaning] == pytest.approx(
        words.ranking[~is_meaning] * weights_with_meaning()[WORDS]
    )
    assert both.sure > words.sure
