"""Two matters in one message are taken apart where each is a procedure of its own."""

import pytest

from actions.conversation import Heard
from actions.matters import matters
from actions.phrases import Phrases
from actions.services import Knowledge
from actions.sides import read_sides
from knowledge_base.search.query import read_query
from knowledge_base.snapshot import Snapshot
from tests.actions.made_up import PROCEDURES
from tests.actions.word_search import WordSearch

SAY = Phrases.load()
KNOWLEDGE = Knowledge(Snapshot("test", {p.code: p for p in PROCEDURES}), WordSearch())


def parts(text):
    heard = Heard(text, read_query(text), read_sides(text, SAY), "ask_procedure")
    return [(part.text, part.sides.named) for part in matters(heard, KNOWLEDGE, SAY)]


def test_both_are_heard_in_order_each_with_its_side():
    assert parts("tách thửa bao lâu, với lại khai sinh cần gì") == [
        ("tách thửa bao lâu,", ("time",)),
        ("khai sinh cần gì", ("documents",)),
    ]


def test_a_part_without_a_side_takes_those_of_the_whole():
    assert [sides for _, sides in parts("tách thửa và khai sinh cần giấy tờ gì")] == [("documents",)] * 2


def test_after_a_strong_word_the_second_need_not_be_clear():
    assert len(parts("tách thửa bao lâu, ngoài ra làm sổ đỏ lần đầu cần gì")) == 2


@pytest.mark.parametrize(
    "text", ["tách thửa xong rồi khai sinh cần gì", "đã tách thửa rồi, khai sinh cần gì"]
)
def test_what_is_done_is_no_matter_any_more(text):
    assert parts(text) == [("khai sinh cần gì", ("documents",))]


@pytest.mark.parametrize(
    "text",
    [
        "tách thửa với người khai sinh ở nước ngoài",
        "tách thửa nuôi con khai sinh",
        "Tôi vừa tách thửa. Xin hỏi khai sinh cần gì",
        "tách thửa và hợp thửa",
        "tách thửa rồi tách thửa nữa",
        "khai sinh và làm sổ đỏ lần đầu",
        "và",
        "tách thửa và",
    ],
)
def test_anything_else_stays_one(text):
    assert len(parts(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "hồ sơ H26.19-250701-0012 tới đâu rồi, tiện cho hỏi tách thửa cần gì",
        "hồ sơ H26.19-250701-0012 tới đâu rồi, tách thửa cần gì",
        "hồ sơ của tôi tới đâu rồi, sẵn hỏi tách thửa cần gì",
    ],
)
def test_a_dossier_and_a_procedure_are_two_matters(text):
    heard = Heard(text, read_query(text), read_sides(text, SAY), "check_dossier_status", names_dossier=True)
    dossier, procedure = matters(heard, KNOWLEDGE, SAY)
    assert (dossier.intent, dossier.names_dossier) == ("check_dossier_status", True)
    assert (procedure.intent, procedure.names_dossier) == ("ask_procedure", False)
    assert procedure.sides.named == ("documents",)


@pytest.mark.parametrize(
    "text", ["hồ sơ tách thửa H26.19-250701-0012 tới đâu rồi", "hồ sơ của tôi tới đâu rồi, bao lâu nữa xong"]
)
def test_a_dossier_alone_is_one(text):
    heard = Heard(text, read_query(text), read_sides(text, SAY), "check_dossier_status", names_dossier=True)
    assert matters(heard, KNOWLEDGE, SAY) == (heard,)


def test_what_is_numbered_is_apart():
    assert parts("cho hỏi: 1) tách thửa bao lâu 2) khai sinh cần gì") == [
        ("tách thửa bao lâu", ("time",)),
        ("khai sinh cần gì", ("documents",)),
    ]
