"""A slip that is put right: what is meant instead is answered, with the sides asked for before."""

import pytest

from actions.correction import corrected
from actions.phrases import Phrases
from tests.actions.made_up import PROCEDURES

SPLIT_CODE, BIRTH_CODE, *_ = (procedure.code for procedure in PROCEDURES)
SAY = Phrases.load()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("không phải thường trú, tạm trú cơ", "tạm trú"),
        ("ko phai thuong tru, tam tru co", "tam tru"),
        ("không phải khai sinh mà là khai tử", "khai tử"),
        ("khai tử chứ không phải khai sinh", "khai tử"),
        ("khai tử chứ không phải khai sinh, nộp ở đâu", "khai tử nộp ở đâu"),
        ("không hỏi tiền, hỏi bao lâu cơ", "hỏi bao lâu"),
    ],
)
def test_what_is_turned_down_is_cut_out(text, meant):
    assert corrected(text, SAY) == meant


@pytest.mark.parametrize(
    "text",
    ["không phải", "không phải cái nào cả", "có phải công chứng không", "tạm trú", "chứ không phải vậy"],
)
def test_what_puts_nothing_right_is_left_alone(text):
    assert corrected(text, SAY) is None


@pytest.mark.parametrize(
    "text", ["không phải tách thửa, khai sinh cơ", "nhầm, khai sinh chứ không phải tách thửa"]
)
def test_the_other_one_is_answered_with_the_sides_asked_for(citizen, text):
    citizen.asks("tách thửa nộp ở đâu", "ask_place")
    said = citizen.asks(text, "deny")
    assert (said.custom["procedures"], said.custom["facets"]) == ([BIRTH_CODE], ["place"])
