"""Both forms of a converted network, on the tiny made-up one: they cut and compute alike."""

import unicodedata

import pytest

from tests.knowledge_base.encoder import made_up_e5

pytest.importorskip("onnxruntime", reason="the encoder is not installed: make encoder")

from knowledge_base.encoder.conversion.conversion import convert
from knowledge_base.encoder.conversion.e5s1 import read
from knowledge_base.encoder.conversion.tokenizer_json import tokenizer_json
from knowledge_base.encoder.conversion.vocabulary import needed, pruned
from knowledge_base.encoder.graph_encoder import GraphEncoder
from knowledge_base.encoder.prompts import PASSAGE, QUERY

TEXTS = ["thủ tục đất", "đất", "thủ\ttục", "tục tục tục đất thủ", ""]


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    file = tmp_path_factory.mktemp("e5") / "tiny.bin"
    file.write_bytes(made_up_e5.e5s1_bytes())
    return file


@pytest.fixture(scope="module")
def folder(source):
    convert(source, source.parent / "encoder", lambda folder: None)
    return source.parent / "encoder"


def test_a_text_is_cut_as_by_the_whole_tokenizer(source):
    import json

    import tokenizers

    whole = read(source).tokenizer
    less = pruned(whole, needed(whole, (QUERY, PASSAGE)))
    cutters = [
        tokenizers.Tokenizer.from_str(json.dumps(tokenizer_json(tokenizer))) for tokenizer in (whole, less)
    ]
    for text in (prompt + text for prompt in (QUERY, PASSAGE) for text in TEXTS):
        cuts = [cutter.encode(text).tokens for cutter in cutters]
        assert cuts[0] == cuts[1]
        assert "<unk>" not in cuts[0]
    assert cutters[1].encode("passage: thủ tục").tokens == ["<s>", "▁passage", ":", "▁thủ", "▁tục", "</s>"]
    assert cutters[1].encode("\x07thủ\u3000tục").tokens == ["<s>", "▁thủ", "▁tục", "</s>"]


def test_vectors_have_length_1_and_do_not_depend_on_their_neighbours(folder):
    encoder = GraphEncoder(folder)
    together = encoder.passages(TEXTS)
    assert together.shape == (len(TEXTS), made_up_e5.WIDTH)
    assert (together**2).sum(axis=1) == pytest.approx(1, abs=1e-5)
    for text, row in zip(TEXTS, together, strict=True):
        assert encoder.passages([text])[0] == pytest.approx(row, abs=1e-5)
    assert encoder.passages([]).shape == (0, made_up_e5.WIDTH)


def test_decomposed_letters_give_the_same_vector(folder):
    encoder = GraphEncoder(folder)
    apart = unicodedata.normalize("NFD", "thủ tục đất")
    assert (encoder.query(apart) == encoder.query("thủ tục đất")).all()


def test_query_and_passage_differ(folder):
    encoder = GraphEncoder(folder)
    assert float(encoder.query("đất") @ encoder.passages(["đất"])[0]) < 0.999


@pytest.mark.filterwarnings("ignore")
def test_sentence_transformers_computes_the_same(folder):
    from knowledge_base.encoder.sentence_transformer_encoder import SentenceTransformerEncoder

    graph, plain = GraphEncoder(folder), SentenceTransformerEncoder(str(folder))
    assert (graph.passages(TEXTS) * plain.passages(TEXTS)).sum(axis=1).min() > 0.999
    assert min(float(graph.query(text) @ plain.query(text)) for text in TEXTS) > 0.999
