"""The measure of the search, and the fit of its weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge_base.evaluation.evaluate import ask, report
from knowledge_base.evaluation.fit import fit_choice
from knowledge_base.evaluation.measures import rightness
from knowledge_base.evaluation.questions import FOLDER, SPLITS, AskedQuestion, read_questions
from knowledge_base.evaluation.refit import refitted
from knowledge_base.official.names import official_names
from knowledge_base.search.document import SearchDocument
from knowledge_base.search.evidence import names
from knowledge_base.search.indexing import index_of
from knowledge_base.search.judgement import WORDS, weights_with_meaning
from knowledge_base.search.meaning import MEANINGS, Meaning
from knowledge_base.search.search import ProcedureSearch
from tests.knowledge_base.search.made_up_encoder import MadeUp

SEARCH = ProcedureSearch.over([SearchDocument(code, name) for code, name in official_names().items()])


def test_no_procedure_is_in_two_splits() -> None:
    codes = [{question.code for question in read_questions(FOLDER / f"{name}.jsonl")} for name in SPLITS]
    assert sum(map(len, codes)) == len(set.union(*codes)) >= 600
    assert set.union(*codes) <= official_names().keys()


def test_a_line_that_is_no_question_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"code": "1.000001"}\n')
    with pytest.raises(ValueError, match=r"bad.jsonl:1: .*expected code, register and question"):
        read_questions(path)


def test_ranks_are_summed_up_with_intervals() -> None:
    told = rightness([0, 0, 1, None])
    assert (told.first.value, told.within_four.value, told.reciprocal.value) == (0.5, 0.75, 0.625)
    assert told.first.low < 0.5 < told.first.high


def test_a_question_that_is_a_title_is_right() -> None:
    code, title = next(iter(official_names().items()))
    told = report(ask(SEARCH, [AskedQuestion(code, "formal", title)]))
    assert told.ours.first.value == 1
    assert told.clear_wrong.value == 0


def test_the_fit_finds_what_decides_and_stays_near_what_is_believed() -> None:
    random = np.random.default_rng(1)
    evidence = random.normal(size=(300, 5, 3))
    right = evidence[:, :, 1].argmax(axis=1)
    ridge = np.array([1.0, 1.0, 1e9])
    found = fit_choice(evidence, right, np.ones(300), ridge, np.array([0.0, 0.0, 2.0]))
    assert found[1] > 3 * abs(found[0])
    assert found[2] == pytest.approx(2.0, abs=0.01)


def test_weights_are_drawn_on_for_every_kind_of_evidence() -> None:
    questions = [AskedQuestion(code, "formal", title) for code, title in list(official_names().items())[:6]]
    assert refitted(SEARCH, questions).keys() == set(names())


def test_with_an_encoder_meaning_is_fitted_and_words_have_one_weight() -> None:
    documents = [SearchDocument(str(at), f"Xin {topic}") for at, topic in enumerate(("thả diều", "nuôi ong"))]
    encoder, index = MadeUp(), index_of(documents)
    vectors = encoder.passages([document.name for document in documents]).astype(np.float16)
    search = ProcedureSearch(index, meaning=Meaning(encoder, vectors))
    found = refitted(search, [AskedQuestion("1", "spoken", "xin cánh giấy")])
    assert found.keys() == {WORDS, *MEANINGS}
    assert found["meaning_title"] < weights_with_meaning()["meaning_title"]
