"""The citizen's own data in words: which deed is named, what is asked first, and what commits nothing."""

import pytest

from actions.answer_procedure import ActionAnswerProcedure
from knowledge_base.search.result import Candidate, SearchResult
from tests.actions.desk import run, services

ASKED = {"privacy_asked": "delete"}
DEED = "utter_privacy_deed"
QUESTION = "utter_privacy_ask_delete"


class Finds:
    """A search that finds the first made-up procedure, so surely."""

    def __init__(self, verdict):
        self._verdict = verdict

    def find(self, query, *, limit=10):
        return SearchResult(self._verdict, (Candidate("1.000001", 0.6),))


def say(text, intent="nlu_fallback", search=None, **more):
    return run(ActionAnswerProcedure(services(search=search)), text, intent, **more)


@pytest.mark.parametrize(
    ("text", "intent", "wish"),
    [
        ("bạn lưu gì về tôi", "privacy_show", {"deed": "show"}),
        ("tải dữ liệu của tôi", "privacy_download", {"deed": "download"}),
        ("rút lại đồng ý", "privacy_withdraw", {"deed": "withdraw", "purposes": ["review", "training"]}),
        ("đừng lấy làm ví dụ nữa", "privacy_withdraw", {"deed": "withdraw", "purposes": ["training"]}),
        ("tôi đồng ý cho lưu", "privacy_agree", {"deed": "agree", "purposes": ["review"]}),
        ("đồng ý dùng làm ví dụ", "privacy_agree", {"deed": "agree", "purposes": ["training"]}),
        ("đồng ý lưu cả hai", "privacy_agree", {"deed": "agree", "purposes": ["review", "training"]}),
    ],
)
def test_a_wish_names_its_deed_and_its_purposes(text, intent, wish):
    said = say(text, intent)
    assert (said.response, said.custom["privacy"], said.outcome) == (DEED, wish, "privacy_done")


@pytest.mark.parametrize("text", ["xoá dữ liệu của tôi", "xoa het tin nhan cua em", "delete my data"])
def test_erasing_is_asked_about_first(text):
    said = say(text, "privacy_delete")
    assert said.response == QUESTION
    assert "privacy" not in said.custom
    assert said.slots["privacy_asked"] == "delete"
    assert [button["payload"]["intent"] for button in said.buttons] == ["confirm_delete"]


@pytest.mark.parametrize(
    "text",
    [
        "xoá đi",
        "đồng ý xoá",
        "Đồng ý xóa!",
        "dong y xoa",
        "ok xoá hết luôn",
        "vâng, xoá giúp tôi",
        "xoá dữ liệu của tôi",
    ],
)
def test_an_unambiguous_sentence_erases(text):
    said = say(text, "affirm", slots=ASKED)
    assert (said.response, said.custom["privacy"]) == (DEED, {"deed": "delete"})
    assert said.slots["privacy_asked"] is None


def test_the_button_erases_only_while_it_is_asked():
    assert say("", "confirm_delete", slots=ASKED).custom["privacy"] == {"deed": "delete"}
    assert say("", "confirm_delete").response == QUESTION


@pytest.mark.parametrize("text", ["ừ", "có", "đồng ý", "ok", "vâng ạ"])
def test_a_bare_yes_erases_nothing_and_is_asked_again(text):
    said = say(text, "affirm", slots=ASKED)
    assert said.response == "utter_privacy_ask_delete_again"
    assert "privacy" not in said.custom


@pytest.mark.parametrize("text", ["ừ", "có", "đồng ý", "ok", "vâng ạ", "đồng ý xoá", "xoá đi"])
def test_a_yes_in_another_context_commits_nothing(text):
    said = say(text, "affirm")
    assert "privacy" not in said.custom
    assert said.slots.get("privacy_asked") is None


@pytest.mark.parametrize("text", ["không", "không xoá", "thôi đừng xoá nữa", "khoan", "ko xoa"])
def test_a_no_erases_nothing(text):
    said = say(text, "deny", slots=ASKED)
    assert "privacy" not in said.custom
    assert said.slots["privacy_asked"] is None


@pytest.mark.parametrize(
    "text",
    [
        "xoá có mất gì không",
        "xoá rồi có lấy lại được không?",
        "xoá?",
        "đồng ý xoá thế chấp quyền sử dụng đất",
        "xoá đăng ký thường trú",
        "xoá sổ hộ khẩu đi",
    ],
)
def test_a_question_or_a_procedure_confirms_nothing(text):
    said = say(text, "privacy_delete", slots=ASKED)
    assert "privacy" not in said.custom


def test_the_question_lapses_with_any_other_message():
    said = say("lệ phí bao nhiêu", "ask_fee", slots=ASKED)
    assert said.slots["privacy_asked"] is None


@pytest.mark.parametrize(
    "text", ["xoá án tích", "xoá nợ tiền thuế", "huỷ thế chấp", "xoá đăng ký thường trú"]
)
def test_who_names_nothing_that_is_kept_here_is_not_asked(text):
    assert say(text, "privacy_delete").response != QUESTION


@pytest.mark.parametrize(
    ("verdict", "confidence", "is_asked"), [("none", 0.5, True), ("none", 0.4, False), ("several", 0.6, True)]
)
def test_how_sure_it_must_be(verdict, confidence, is_asked):
    said = say("xoá dữ liệu của tôi", "privacy_delete", search=Finds(verdict), confidence=confidence)
    assert (said.response == QUESTION) is is_asked


def test_an_agreement_taken_for_a_withdrawal_erases_nothing():
    assert say("tôi đồng ý cho lưu tin nhắn", "privacy_withdraw").response == "utter_privacy_ask_agree"


@pytest.mark.parametrize(
    "text", ["tôi đồng ý", "tôi không đồng ý cho lưu", "cấm lưu", "ngừng lưu đi", "đồng ý lưu thì sao?"]
)
def test_an_agreement_that_names_nothing_asks_or_refuses_is_none(text):
    said = say(text, "privacy_agree")
    assert (said.response, "privacy" in said.custom) == ("utter_privacy_ask_agree", False)
