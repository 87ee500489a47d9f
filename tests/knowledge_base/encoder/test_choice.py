"""Which encoder the setting means, and what is said when it cannot be had."""

import os
import subprocess
import sys
import types

import numpy as np
import pytest

from knowledge_base.encoder.choice import load_encoder
from knowledge_base.encoder.encoder import EncoderNotInstalled, EncoderUnusable
from knowledge_base.encoder.layout import GRAPH, ORIGIN, TOKENIZER
from tests.world.engine import ROOT


class FakeModel:
    """A model of sentence-transformers that knows one name and remembers what it is asked."""

    def __init__(self, name, device, prompts):
        if name.startswith("unknown"):
            raise OSError("not found in the cache\nand more lines")
        self.prompts, self.asked, self.config = prompts, [], types.SimpleNamespace(_commit_hash="c0ffee")

    def __len__(self):
        return 1

    def __getitem__(self, at):
        return types.SimpleNamespace(auto_model=self)

    def encode_query(self, text, **how):
        return self._encode("query", text, how)

    def encode_document(self, texts, **how):
        return self._encode("document", texts, how)

    def _encode(self, side, texts, how):
        assert how["normalize_embeddings"]
        self.asked.append((side, texts))
        return np.ones(2, "float64") if isinstance(texts, str) else np.ones((len(texts), 2), "float64")


@pytest.fixture
def library(monkeypatch):
    """sentence-transformers, made up."""
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setenv("HF_HUB_DISABLE_TELEMETRY", "1")
    module = types.SimpleNamespace(SentenceTransformer=FakeModel)
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)
    yield
    os.environ.pop("HF_HUB_OFFLINE", None)


def test_none_is_chosen_or_nothing_was_made(tmp_path):
    assert load_encoder("none", tmp_path) is None
    assert load_encoder("", tmp_path / "encoder") is None


def test_loading_the_choice_imports_nothing_heavy():
    code = "import sys, knowledge_base.encoder.choice; print({'numpy', 'torch', 'onnxruntime'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("choice", ["", "some/model"])
def test_packages_that_are_missing_are_named_with_what_brings_them(choice, tmp_path, monkeypatch):
    for package in ("onnxruntime", "sentence_transformers"):
        monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / GRAPH).parent.mkdir()
    (tmp_path / GRAPH).touch()
    with pytest.raises(EncoderNotInstalled, match="make encoder"):
        load_encoder(choice, tmp_path)


def test_a_damaged_encoder_is_named_with_what_mends_it(tmp_path):
    pytest.importorskip("onnxruntime", reason="the encoder is not installed: make encoder")
    (tmp_path / GRAPH).parent.mkdir()
    for name in (GRAPH, ORIGIN, TOKENIZER):
        (tmp_path / name).write_text("{}", "utf-8")
    with pytest.raises(EncoderUnusable, match="make encoder"):
        load_encoder("", tmp_path)


@pytest.mark.usefixtures("library")
def test_a_model_by_name_reads_composed_text_and_stays_offline(tmp_path):
    encoder = load_encoder("some/model", tmp_path)
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert encoder.passages(["đa\u0302\u0301t", " thủ\n tục "]).dtype == np.float32
    assert encoder.query("đất").shape == (2,)
    assert encoder._model.asked == [("document", ["đất", "thủ tục"]), ("query", "đất")]
    assert encoder._model.prompts is None
    assert encoder.identity == "some/model@c0ffee"


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("intfloat/multilingual-e5-base", True),
        ("/models/e5-small-v2", True),
        ("intfloat/multilingual-e5-large-instruct", False),
        ("BAAI/bge-m3", False),
    ],
)
def test_e5_models_get_the_prompts_that_their_files_leave_out(name, has, tmp_path):
    prompts = load_encoder(name, tmp_path)._model.prompts
    assert prompts == ({"query": "query: ", "document": "passage: "} if has else None)


@pytest.mark.usefixtures("library")
def test_a_model_that_is_nowhere_is_named_in_one_line_with_the_ways_on(tmp_path):
    with pytest.raises(EncoderUnusable) as raised:
        load_encoder("unknown/model", tmp_path)
    told = str(raised.value)
    assert "unknown/model" in told
    assert "HF_HUB_OFFLINE=0" in told
    assert "\n" not in told
