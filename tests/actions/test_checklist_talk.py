"""Asking for a list of papers: only what changes the list is asked, then it is given with its address."""

from dataclasses import replace

import pytest

from actions.pick import Pick
from knowledge_base.procedure import DocumentCase
from tests.actions.desk import Citizen
from tests.actions.made_up import LEASE, SPLIT, paper
from tests.actions.word_search import WordSearch

PROXY = DocumentCase("* Trường hợp ủy quyền thực hiện thủ tục", (paper("Hợp đồng ủy quyền"),))
WITH_PROXY = replace(LEASE, documents=(*LEASE.documents, PROXY))
ASKED = "gia hạn thuê rừng, danh sách giấy tờ để in"


@pytest.fixture
def proxy_citizen():
    return Citizen(WITH_PROXY, SPLIT, search=WordSearch())


def test_where_nothing_changes_the_list_it_is_given_at_once(citizen):
    said = citizen.asks("cho tôi checklist tách thửa đất", "ask_documents")
    assert (said.response, said.outcome) == ("utter_answer", "answered")
    assert "Danh sách giấy tờ cần chuẩn bị:" in said.text
    assert "- Giấy chứng nhận đã cấp (1 bản chính)" in said.text
    assert "mẫu: Mau21.docx" in said.text
    assert "Trực tiếp: 22 ngày làm việc" in said.text
    assert f"Nguồn: thủ tục {SPLIT.code}, Quyết định 3380/QĐ-BNNMT" in said.text
    assert said.custom["checklist"] == {"code": SPLIT.code, "case": 0, "proxy": None}


def test_the_case_is_asked_first_then_who_files(proxy_citizen):
    said = proxy_citizen.asks(ASKED, "ask_documents")
    assert (said.response, said.outcome) == ("utter_ask_checklist_case", "clarification_checklist")
    assert "3. Chưa rõ, xem mọi trường hợp" in said.text
    said = proxy_citizen.asks("công ty", "choose_option")
    assert (said.response, said.outcome) == ("utter_ask_checklist_filer", "clarification_checklist")
    said = proxy_citizen.asks("tôi tự nộp", "ask_documents")
    assert said.outcome == "answered"
    assert "Giấy B15" in said.text
    assert "Giấy A1" not in said.text
    assert "Hợp đồng ủy quyền" not in said.text
    assert said.custom["checklist"] == {"code": LEASE.code, "case": 2, "proxy": False}


@pytest.mark.parametrize("words", ["nhờ người khác nộp thay", "ủy quyền", "ủy quyền cho người khác", "2"])
def test_who_files_may_be_said_in_ones_own_words(proxy_citizen, words):
    proxy_citizen.asks(ASKED, "ask_documents")
    proxy_citizen.asks("1", "choose_option")
    said = proxy_citizen.asks(words, "choose_option")
    assert said.custom["checklist"] == {"code": LEASE.code, "case": 1, "proxy": True}
    assert "Hợp đồng ủy quyền" in said.text


@pytest.mark.parametrize("words", ["tự nộp", "tôi không ủy quyền", "mình tự đi làm"])
def test_who_files_in_person_may_say_so_as_well(proxy_citizen, words):
    proxy_citizen.asks(ASKED, "ask_documents")
    proxy_citizen.asks("1", "choose_option")
    assert proxy_citizen.asks(words, "choose_option").custom["checklist"]["proxy"] is False


def test_a_bare_no_chooses_nothing(proxy_citizen):
    proxy_citizen.asks(ASKED, "ask_documents")
    proxy_citizen.asks("1", "choose_option")
    assert proxy_citizen.asks("không", "deny").response == "utter_ask_procedure"


def test_who_does_not_know_gets_every_case_apart(citizen):
    citizen.asks(ASKED, "ask_documents")
    said = citizen.asks("chưa rõ", "choose_option")
    assert "mỗi trường hợp một phần" in said.text
    assert said.custom["checklist"]["case"] == 0


def test_a_question_in_between_leaves_the_question_open(citizen):
    citizen.asks(ASKED, "ask_documents")
    assert citizen.asks("thế còn phí?", "ask_fee").custom["facets"] == ["fee"]
    assert citizen.asks("2", "choose_option").custom["facets"] == ["checklist"]


def test_an_unclear_answer_is_asked_again(citizen):
    citizen.asks(ASKED, "ask_documents")
    said = citizen.asks("9", "choose_option")
    assert (said.response, said.outcome) == ("utter_checklist_unclear", "clarification_checklist")


def test_a_button_answers_as_words_do(citizen):
    first = citizen.asks(ASKED, "ask_documents")
    payload = first.buttons[1]["payload"]["entities"]["choice"]
    assert citizen.presses(payload).custom["checklist"]["case"] == 2


def test_a_list_of_nothing_yet_asks_for_the_procedure_and_is_kept(citizen):
    assert citizen.asks("cho tôi danh sách giấy tờ để in", "ask_documents").response == "utter_ask_procedure"
    assert citizen.asks("tách thửa đất", "ask_procedure").custom["facets"] == ["checklist"]


def test_what_else_was_asked_comes_with_the_list(citizen):
    citizen.asks(f"{ASKED} và lệ phí", "ask_documents")
    said = citizen.asks("2", "choose_option")
    assert said.custom["facets"] == ["checklist", "fee"]
    assert "Phí, lệ phí:" in said.text


def test_papers_told_the_plain_way_come_with_the_address_of_the_list(citizen):
    said = citizen.asks("tách thửa đất cần giấy tờ gì", "ask_documents")
    assert said.custom["facets"] == ["documents"]
    assert said.custom["checklist"] == {"code": SPLIT.code, "case": 0, "proxy": None}
    assert "checklist" not in citizen.asks("phí bao nhiêu", "ask_fee").custom


def test_a_list_that_a_procedure_speaks_of_is_no_wish_for_one(citizen):
    said = citizen.asks("tách thửa đất theo danh sách cần giấy tờ gì", "ask_documents")
    assert said.custom["facets"] == ["documents"]


@pytest.mark.parametrize(
    "pick", [Pick("1.012784"), Pick("1.012784", 0), Pick("1.012784", 12, True), Pick("1.012784", None, False)]
)
def test_a_pick_travels_in_the_code_of_a_choice(pick):
    assert Pick.of(str(pick)) == pick
