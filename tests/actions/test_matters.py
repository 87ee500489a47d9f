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


def kinds(text, names_dossier=True):
    heard = Heard(
        text, read_query(text), read_sides(text, SAY), "check_dossier_status", names_dossier=names_dossier
    )
    found = matters(heard, KNOWLEDGE, SAY)
    return ["dossier" if part.names_dossier else part.text for part in found]


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


CODE = "H26.19-250701-0012"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"hồ sơ {CODE} tới đâu rồi, tiện cho hỏi thủ tục tách thửa", ["dossier", "thủ tục tách thửa"]),
        (
            f"hồ sơ {CODE} tới đâu rồi tiện cho hỏi tách thửa mất bao lâu",
            ["dossier", "tách thửa mất bao lâu"],
        ),
        (f"tách thửa mất bao lâu, với lại hồ sơ {CODE} tới đâu rồi", ["tách thửa mất bao lâu,", "dossier"]),
        (f"hồ sơ {CODE} xong chưa. Cho hỏi tách thửa cần gì?", ["dossier", "Cho hỏi tách thửa cần gì?"]),
        (f"{CODE}, {CODE} tới đâu; muốn làm thủ tục khai sinh", ["dossier", "muốn làm thủ tục khai sinh"]),
    ],
)
def test_a_dossier_and_a_procedure_are_both_heard_in_order(text, wanted):
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        f"hồ sơ tách thửa {CODE} tới đâu rồi",
        f"hồ sơ {CODE}, tách thửa, tới đâu rồi",
        f"hồ sơ {CODE} tới đâu rồi, bao giờ lấy được",
        f"Mã hồ sơ: {CODE} - Thủ tục: đăng ký khai sinh. Hẹn trả 15/10/2026",
    ],
)
def test_what_a_dossier_is_about_is_no_second_matter(text):
    assert kinds(text) == ["dossier"]


def test_a_dossier_without_a_code_and_a_procedure():
    text = "hồ sơ của tôi tới đâu rồi, tiện thể cho hỏi thủ tục tách thửa"
    assert kinds(text, names_dossier=False) == ["dossier", "cho hỏi thủ tục tách thửa"]


def test_procedures_in_a_list_are_heard_where_each_asks_for_a_side():
    assert parts("tách thửa bao lâu, khai sinh cần gì") == [
        ("tách thửa bao lâu", ("time",)),
        ("khai sinh cần gì", ("documents",)),
    ]


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
