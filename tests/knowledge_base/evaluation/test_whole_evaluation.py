"""The one run that measures everything, over three made-up procedures."""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np
import pytest

from bot.cli.evaluation_lines import evaluation_lines
from knowledge_base.evaluation.evaluation import OTHER_FIELDS, Base, evaluate
from knowledge_base.evaluation.measures import gain, gap
from knowledge_base.evaluation.questions import AskedQuestion
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.indexing import index_of
from knowledge_base.search.meaning import Meaning
from knowledge_base.search.names import names_of
from knowledge_base.search.search import ProcedureSearch
from tests.knowledge_base.search.made_up_encoder import MadeUp

DOCUMENTS = [
    SearchDocument("1", "Đăng ký thả diều", ("cho con diều bay lên",), body="sân bay"),
    SearchDocument("2", "Đăng ký nuôi ong", ("mở trại mật",), body="mật ong"),
    SearchDocument("3", "Cấp phép trồng chè", ("lên đồi hái lá",), body="chè xanh"),
]
SETS = {
    "train": [AskedQuestion("2", "formal", "đăng ký nuôi ong")] * 15,
    "dev": [AskedQuestion("3", "short", "lên đồi hái lá")],
}


def base(encoder=None):
    index = index_of(DOCUMENTS)
    vectors = MadeUp().passages([name for *_, name in names_of(DOCUMENTS)]).astype(np.float16)
    search = ProcedureSearch(index, meaning=Meaning(encoder, vectors) if encoder else None)
    return Base(lambda: search, DOCUMENTS, "", {"2": "Nông nghiệp"})


def test_sets_registers_and_fields_are_told_apart():
    told = evaluate(base(), SETS, ["no_diacritics"])
    assert told.sets["train"]["ours"].first.count == 15
    assert told.registers.keys() == {"formal", "short"}
    assert told.fields.keys() == {"Nông nghiệp", OTHER_FIELDS}
    assert told.gaps["dev"]["ours"].value == 0
    assert told.noises["no_diacritics"].right["ours"].first.value == 1
    assert told.unaccented.lost.count == 16
    assert "encoder" in told.left_out


def test_without_words_what_only_an_alias_says_is_lost():
    told = evaluate(base(), SETS)
    assert told.sets["dev"]["ours"].first.value == 1
    assert told.without_words["dev"]["our BM25"].first.value == 0
    assert told.without_words["train"]["ours"].first.value == 1


def test_the_encoder_is_asked_where_there_is_one():
    told = evaluate(base(MadeUp()), SETS)
    assert told.sets["train"]["encoder"].first.value == 1
    assert told.without_words["train"]["encoder"].first.value == 1


def test_everything_is_told_in_lines_and_as_json():
    told = evaluate(base(), SETS)
    text = "\n".join(evaluation_lines(told))
    for part in ("train (15)", "ours", "FTS5", "By register", "By field", "Cost", "Left out: encoder"):
        assert part in text
    assert json.loads(json.dumps(asdict(told)))["sets"]["train"]["ours"]["first"]["value"] == 1


def test_gain_counts_all_right_ones_and_looks_at_ten():
    assert gain([[0], [1], [], [10]], [1, 1, 1, 1]).value == pytest.approx((1 + 1 / np.log2(3)) / 4)
    assert gain([[0, 1]], [2]).value == 1


def test_a_gap_has_an_interval_around_it():
    told = gap([True] * 30 + [False] * 10, [True] * 10 + [False] * 30)
    assert told.value == 0.5
    assert 0 < told.low < 0.5 < told.high
