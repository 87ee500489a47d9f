"""The assistant cannot be reached: the page says so, keeps what was typed and sends it when it can."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.chat import LOST_CONNECTION

pytestmark = [pytest.mark.browser, pytest.mark.stack]

QUESTION = "tách thửa đất ở bao lâu"
OTHER_QUESTION = "phí sang tên sổ đỏ"
OFFLINE = "Chưa gửi được. Mất kết nối tới trợ lý. Tin nhắn vẫn giữ ở đây và tự gửi khi có kết nối lại."


def test_what_was_typed_without_a_connection_is_sent_in_order_when_it_is_back(chat):
    chat.open().expected = LOST_CONNECTION
    chat.page.context.set_offline(True)
    chat.say(QUESTION)
    expect(chat.held.get_by_text(OFFLINE)).to_be_visible()
    expect(chat.sign).to_be_hidden()
    chat.say(OTHER_QUESTION)
    expect(chat.held).to_have_count(2)
    chat.page.context.set_offline(False)
    chat.answer(3)
    expect(chat.held).to_have_count(0)
    first, second = chat.answers.nth(1), chat.answers.nth(2)
    expect(first).to_contain_text("1.012784")
    expect(second).to_contain_text("1.013831")


def test_what_is_not_sent_can_be_sent_again_by_hand(chat):
    chat.open().lose_messages()
    chat.say(QUESTION)
    expect(chat.held).to_be_visible()
    chat.stop_losing()
    chat.held.get_by_role("button").click()
    chat.answer(2)
    assert chat.messages().count(QUESTION) == 1
    expect(chat.field).to_be_focused()


def test_what_is_not_sent_outlives_a_reload_and_comes_after_what_was_said(chat):
    chat.open().ask(OTHER_QUESTION)
    chat.lose_messages()
    chat.say(QUESTION)
    expect(chat.held).to_be_visible()
    chat.stop_losing()
    chat.page.reload()
    expect(chat.answer(3)).to_contain_text("1.012784")
    assert [chat.messages()[place] for place in (1, 3)] == [OTHER_QUESTION, QUESTION]


def test_a_message_that_is_turned_down_says_why(chat):
    chat.expected = ("status of 422",)
    busy = {"error": "queue_full", "text": "Đang có quá nhiều người hỏi.", "outcome": "error_overloaded"}
    chat.open().page.route(
        "**/api/messages",
        lambda route: (
            route.fulfill(status=422, json=busy) if route.request.method == "POST" else route.fallback()
        ),
    )
    chat.say(QUESTION)
    expect(chat.held.get_by_text(busy["text"])).to_be_visible()


def test_a_question_to_a_conversation_that_is_gone_begins_a_new_one(chat):
    chat.open().expected = ("status of 404",)
    kept = json.loads(chat.page.evaluate("sessionStorage.getItem('motcua')"))
    key = {"Authorization": f"Bearer {kept['key']}"}
    assert chat.page.request.delete(f"{chat.address}/api/conversation", headers=key).status == 204
    chat.say(QUESTION)
    expect(chat.answer(2)).to_contain_text("1.012784")
