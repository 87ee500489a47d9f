"""Public sets given by path: reading them, and ours beside the peers."""

from __future__ import annotations

import json

import pytest

from knowledge_base.evaluation.bench.measured import measured
from knowledge_base.evaluation.bench.over_passages import WITH_MEANING
from knowledge_base.evaluation.bench.passages import PassageSearch
from knowledge_base.evaluation.bench.reading import BenchUnreadable, read_bench
from knowledge_base.evaluation.peers.over_procedures import OURS
from knowledge_base.search.document import SearchDocument
from tests.knowledge_base.search.made_up_encoder import MadeUp

BENCH = {
    "corpus": [
        {
            "id": "a@1",
            "law": "Luật Thả diều",
            "article": "1",
            "text": "Lệ phí thả diều\n\n1. Người thả nộp phí.",
        },
        {"id": "a@2", "law": "Luật Thả diều", "article": "2", "text": "Hồ sơ xin phép\n\nĐơn gửi xã."},
        {"id": "b@1", "law": "Luật Nuôi ong", "article": "1", "text": "Đăng ký tổ ong\n\nGiữ xa trường học."},
    ],
    "queries": {
        "train": [{"id": 1, "q": "Lệ phí thả diều là gì?", "gold": ["a@1"]}],
        "test": [{"id": 2, "q": "Đăng ký tổ ong ở đâu?", "gold": ["b@1"]}],
    },
}


def written(tmp_path, content):
    path = tmp_path / "small.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_an_article_is_named_by_its_law_and_heading(tmp_path):
    bench = read_bench(written(tmp_path, BENCH))
    assert bench.name == "small"
    assert bench.documents[0].name == "Luật Thả diều: Lệ phí thả diều"
    assert bench.documents[0].body.strip() == "1. Người thả nộp phí."
    assert [sorted(question.right) for question in bench.questions] == [["a@1"], ["b@1"]]


def test_a_passage_without_a_law_has_no_name(tmp_path):
    rows = {"corpus": [{"id": "0", "title": "Kite", "text": "Diều giấy."}], "queries": {}}
    assert read_bench(written(tmp_path, rows)).documents == [SearchDocument("0", "", body="Diều giấy.")]


@pytest.mark.parametrize("content", [[], {}, {"corpus": [{}], "queries": {}}, {"corpus": [], "queries": []}])
def test_a_file_that_is_no_bench_is_named(tmp_path, content):
    with pytest.raises(BenchUnreadable, match=r"small\.json.*expected corpus and queries"):
        read_bench(written(tmp_path, content))


def test_what_names_a_side_of_a_procedure_is_the_matter_of_an_article(tmp_path):
    search = PassageSearch(read_bench(written(tmp_path, BENCH)).documents)
    assert search.rank("lệ phí")[0] == "a@1"
    assert search.rank("ho so")[0] == "a@2"


def test_peers_are_measured_clean_and_with_noise(tmp_path):
    told = measured(read_bench(written(tmp_path, BENCH)), None, ["no_diacritics"])
    assert told.right[OURS].first.value == told.gains[OURS].value == 1
    assert told.noises["no_diacritics"].right[OURS].first.value == 1
    assert told.costs["FTS5"].latency.p95 > 0
    assert "make encoder" in told.left_out["encoder"]


def test_an_encoder_is_measured_beside_and_alone(tmp_path):
    told = measured(read_bench(written(tmp_path, BENCH)), MadeUp())
    assert told.right[WITH_MEANING].first.value == told.right["encoder"].first.value == 1
    assert not told.left_out.keys() & {WITH_MEANING, "encoder"}
