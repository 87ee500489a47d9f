"""An answer is reported as wrong from the page."""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_accessibility import AXE, RULES

pytestmark = [pytest.mark.browser, pytest.mark.stack]
QUESTION = "tách thửa đất bao lâu"


def test_an_answer_is_reported_by_keyboard_and_the_reply_takes_the_focus(chat):
    answer = chat.open().ask(QUESTION)
    button = answer.get_by_role("button", name="Báo thông tin sai")
    button.focus()
    chat.page.keyboard.press("Enter")
    told = answer.locator(".report p")
    expect(told).to_contain_text("Cảm ơn bạn")
    expect(told).to_be_focused()
    expect(button).to_have_count(0)
    chat.page.evaluate(AXE)
    found = chat.page.evaluate("(rules) => axe.run(document, rules)", RULES)
    assert [rule["id"] for rule in found["violations"]] == []


def test_a_greeting_cannot_be_reported(chat):
    expect(chat.open().answers.last.locator(".report")).to_have_count(0)


def test_what_could_not_be_sent_is_said_and_can_be_tried_again(chat):
    answer = chat.open().ask(QUESTION)
    chat.expected = ("net::ERR_FAILED",)
    chat.page.route("**/api/reports", lambda route: route.abort())
    button = answer.get_by_role("button", name="Báo thông tin sai")
    button.click()
    expect(answer.locator(".report p")).to_contain_text("Mất kết nối")
    chat.page.unroute("**/api/reports")
    button.click()
    expect(answer.locator(".report p")).to_contain_text("Cảm ơn bạn")
