"""Consent, copy and erasure, on the page."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.stack]

QUESTION = "tách thửa đất ở bao lâu"


def test_each_purpose_has_a_box_of_its_own_and_none_is_ticked(chat):
    chat.open()
    boxes = chat.page.locator("#consent-box input")
    expect(boxes).to_have_count(2)
    for number in range(2):
        expect(boxes.nth(number)).not_to_be_checked()
    chat.page.locator("#consent-training").check()
    chat.ask(QUESTION)
    chat.page.reload()
    expect(chat.page.locator("#consent-training")).to_be_checked()
    expect(chat.page.locator("#consent-review")).not_to_be_checked()


def test_what_is_said_in_words_shows_on_the_page(chat):
    chat.open()
    chat.page.locator("#consent-review").check()
    expect(chat.ask("rút lại đồng ý")).to_contain_text("không đồng ý")
    expect(chat.page.locator("#consent-review")).not_to_be_checked()


def test_a_copy_is_saved_as_a_file(chat):
    chat.open().ask(QUESTION)
    answer = chat.ask("tải dữ liệu của tôi")
    with chat.page.expect_download() as download:
        answer.get_by_role("button", name="Tải dữ liệu của tôi").click()
    copy = json.loads(download.value.path().read_text("utf-8"))
    assert any(table["table"] == "bot.message" and table["rows"] for table in copy["tables"])


def test_what_was_erased_is_gone_from_the_page_too(chat):
    chat.open().ask(QUESTION)
    question = chat.ask("xoá dữ liệu của tôi")
    question.get_by_role("button", name="Xóa dữ liệu của tôi").click()
    expect(chat.answers.last).to_contain_text("Số biên nhận")
    expect(chat.answers).to_have_count(1)
    chat.page.reload()
    expect(chat.answers).to_have_count(1)
    assert QUESTION not in chat.page.locator("#messages").inner_text()
    kept = chat.page.evaluate("sessionStorage.getItem('motcua')")
    assert QUESTION not in kept
