"""A word of former law, or the code of a copy, is answered under its present name, which is said once."""

import pytest

from actions.former_words import with_former_words
from actions.reply import Reply
from actions.services import Knowledge
from knowledge_base.glossary_file import other_terms
from knowledge_base.snapshot import Snapshot
from tests.actions.desk import Citizen, NoSearch, style
from tests.actions.made_up import BIRTH, SPLIT

TOLD = [(term, said) for term in other_terms() if term.told for said in term.said]
IDENTITY_CARD = "từ 01/01/2025 giấy chứng minh nhân dân hết giá trị sử dụng"
COPIES = {"1.000077": SPLIT.code}


def knowledge(**copies):
    return Knowledge(Snapshot("test", {one.code: one for one in (SPLIT, BIRTH)}, **copies), NoSearch())


def answer_to(text, **copies):
    reply = Reply("utter_answer", {"answer": "Đây là câu trả lời.", "source": "x"})
    return with_former_words(reply, text, knowledge(**copies), style()).variables["answer"]


@pytest.mark.parametrize(("term", "said"), TOLD, ids=lambda value: value if isinstance(value, str) else "")
def test_every_word_that_is_told_is_heard(term, said):
    text = answer_to(f"tôi hỏi {said}")
    assert text.startswith(f"Đây là câu trả lời.\n\nTheo {term.source}, từ ")
    assert text.endswith(f" {term.told}.")


@pytest.mark.parametrize("text", ["mất cmnd thì làm sao", "mat chung minh thu lam sao", "CMT của tôi bị mất"])
def test_it_is_heard_shortened_and_without_diacritics(text):
    assert IDENTITY_CARD in answer_to(text)


@pytest.mark.parametrize(
    "text",
    ["làm căn cước ở đâu", "o quan com", "nhập hộ khẩu cho con", "dịch vụ công mức độ 4"],
)
def test_what_still_is_so_or_has_no_source_is_not_told(text):
    assert answer_to(text) == "Đây là câu trả lời."


def test_of_several_words_one_is_told():
    assert answer_to("mang cmnd với sổ hộ khẩu").count("Theo ") == 1


def test_a_reply_that_answers_nothing_stays_as_it_is():
    reply = Reply("utter_ask_procedure")
    assert with_former_words(reply, "mất cmnd", knowledge(), style()) is reply


def test_a_citizen_reads_it_below_the_answer_and_over_the_source():
    text = Citizen(BIRTH).asks("mã 1.000002 phí bao nhiêu, tôi chỉ có sổ hộ khẩu").text
    note, source = text.split("\n\n")[-2:]
    assert note.startswith("Theo Luật Cư trú số 68/2020/QH14, từ 01/01/2023 sổ hộ khẩu giấy")
    assert source.startswith("Nguồn: ")


def test_the_code_of_a_copy_gets_the_answer_of_what_it_is_held_under():
    held = knowledge(copies=COPIES)
    assert held.spelled("1.000077") == (SPLIT.code,)
    assert answer_to("1.000077 phí", copies=COPIES).startswith(
        "Mã 1.000077 là bản trùng; hồ sơ công bố của thủ tục này có mã 1.000001.\n\nĐây"
    )
    assert answer_to("1.000001 phí", copies=COPIES) == "Đây là câu trả lời."


def test_a_copy_of_what_is_not_held_is_an_unknown_code():
    assert knowledge(copies={"1.000077": "1.000099"}).spelled("1.000077") == ()
