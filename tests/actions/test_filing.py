"""Who applies and who goes to the desk is told once; the list of papers does not ask for it again."""

from dataclasses import replace

import pytest

from knowledge_base.procedure import DocumentCase
from tests.actions.desk import Citizen
from tests.actions.made_up import LEASE, SPLIT, paper
from tests.actions.word_search import WordSearch

OF_PEOPLE = DocumentCase("* Đối với cá nhân", (paper("Căn cước"),))
OF_COMPANIES = DocumentCase(
    "* Đối với tổ chức, doanh nghiệp", (paper("Giấy chứng nhận đăng ký doanh nghiệp"),)
)
PROXY = DocumentCase("* Trường hợp ủy quyền thực hiện thủ tục", (paper("Hợp đồng ủy quyền"),))
BY_APPLICANT = replace(LEASE, documents=(OF_PEOPLE, OF_COMPANIES))
LOST = DocumentCase("* Trường hợp tổ chức bị mất giấy", (paper("Đơn báo mất"),))
DAMAGED = DocumentCase("* Trường hợp giấy bị hỏng", (paper("Giấy hỏng"),))
BY_EVENT = replace(LEASE, documents=(LOST, DAMAGED))
WITH_PROXY = replace(LEASE, documents=(*LEASE.documents, PROXY))


@pytest.fixture
def proxy_citizen():
    return Citizen(WITH_PROXY, SPLIT, search=WordSearch())


@pytest.mark.parametrize(("filer", "by_proxy"), [("proxy", True), ("self", False)])
def test_who_files_is_not_asked_where_it_was_said_with_the_wish(proxy_citizen, filer, by_proxy):
    proxy_citizen.asks(
        "tôi nộp thay mẹ, gia hạn thuê rừng, danh sách giấy tờ để in", "ask_documents", filer=filer
    )
    said = proxy_citizen.asks("1", "choose_option")
    assert said.outcome == "answered"
    assert said.custom["checklist"] == {"code": LEASE.code, "case": 1, "proxy": by_proxy}


def test_who_files_is_not_asked_where_it_was_said_a_turn_before(proxy_citizen):
    proxy_citizen.asks("em đi nộp thay mẹ, gia hạn thuê rừng mất bao lâu", "ask_time", filer="proxy")
    proxy_citizen.asks("danh sách giấy tờ để in", "ask_documents")
    said = proxy_citizen.asks("2", "choose_option")
    assert said.custom["checklist"] == {"code": LEASE.code, "case": 2, "proxy": True}
    assert "Hợp đồng ủy quyền" in said.text


def test_a_question_whether_somebody_else_may_file_says_nothing_of_who_does(proxy_citizen):
    proxy_citizen.asks(
        "gia hạn thuê rừng nhờ người khác nộp thay được không", "ask_conditions", filer="proxy"
    )
    assert proxy_citizen.slots["filer"] is None


def test_another_procedure_is_another_filing(proxy_citizen):
    proxy_citizen.asks("em đi nộp thay mẹ, tách thửa đất mất bao lâu", "ask_time", filer="proxy")
    proxy_citizen.asks("gia hạn thuê rừng, danh sách giấy tờ để in", "ask_documents")
    assert proxy_citizen.asks("1", "choose_option").response == "utter_ask_checklist_filer"


def test_who_applies_decides_the_case_where_each_case_names_its_own():
    citizen = Citizen(BY_APPLICANT, SPLIT, search=WordSearch())
    said = citizen.asks(
        "công ty tôi gia hạn thuê rừng, in danh sách giấy tờ", "ask_documents", applicant="company"
    )
    assert said.outcome == "answered"
    assert said.custom["checklist"]["case"] == 2
    assert "Căn cước" not in said.text


def test_who_applies_decides_nothing_where_the_cases_are_about_something_else():
    citizen = Citizen(BY_EVENT, SPLIT, search=WordSearch())
    said = citizen.asks(
        "công ty tôi gia hạn thuê rừng, in danh sách giấy tờ", "ask_documents", applicant="company"
    )
    assert said.response == "utter_ask_checklist_case"


def test_a_day_that_is_said_with_the_question_how_long_tells_the_last_day(citizen):
    said = citizen.asks("tách thửa đất nộp ngày 27/7 thì bao lâu xong", "ask_time", date="2026-07-27")
    assert "được tiếp nhận ngày 27/07/2026" in said.text
    assert "- Trực tuyến: chậm nhất ngày 12/08/2026" in said.text
    assert "giấy tiếp nhận hồ sơ và hẹn trả" in said.text


@pytest.mark.parametrize("named", ["2026-07-01", "2026-08", "2026-W33"])
def test_a_day_that_is_past_or_no_day_tells_nothing(citizen, named):
    said = citizen.asks("tách thửa đất bao lâu xong", "ask_time", date=named)
    assert "chậm nhất" not in said.text
