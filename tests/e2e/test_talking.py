"""Asking and being answered, on the page."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.stack]

QUESTION = "tách thửa đất ở bao lâu"
AMBIGUOUS = "chuyển mục đích sử dụng đất"
PORTAL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh"
HUMAN = "Cán bộ đang trả lời cuộc trò chuyện này."
STARTING = '{"ready": false, "parts": {"database": "ok", "engine": "starting"}}'


def test_the_page_loads_without_a_complaint_of_the_browser(chat):
    asked = []
    chat.page.on("request", lambda request: asked.append(request.url))
    chat.open()
    expect(chat.page.get_by_role("heading", level=1)).to_be_visible()
    assert all(url.startswith(chat.address) for url in asked)


def test_a_question_sent_with_enter_is_answered_once(chat):
    answer = chat.open().ask(QUESTION)
    expect(answer).to_contain_text("1.012784")
    expect(answer.get_by_role("link")).to_have_attribute(
        "href", f"{PORTAL}/019d2bfa-6f5d-72e6-9a68-ab8e3ba11c8b"
    )
    assert len(chat.messages()) == 3
    assert chat.messages()[1] == QUESTION
    expect(chat.field).to_have_value("")
    expect(chat.field).to_be_focused()


def test_the_waiting_sign_is_there_at_once(chat):
    chat.open().field.fill(QUESTION)
    submitted = "() => { document.getElementById('compose').requestSubmit();"
    assert chat.page.evaluate(submitted + "return !document.getElementById('typing').hidden; }")
    chat.answer(2)


def test_enter_that_ends_a_composed_letter_does_not_send(chat):
    chat.open().field.focus()
    keyboard = chat.page.context.new_cdp_session(chat.page)
    keyboard.send("Input.imeSetComposition", {"text": "tiê", "selectionStart": 3, "selectionEnd": 3})
    chat.page.keyboard.press("Enter")
    assert len(chat.messages()) == 1
    keyboard.send("Input.insertText", {"text": "tiếng"})
    chat.page.keyboard.press("Enter")
    chat.answer(2)
    assert "tiếng" in chat.messages()[1]


def test_shift_and_enter_begin_a_line(chat):
    chat.open().field.fill("tách")
    chat.field.press("Shift+Enter")
    expect(chat.field).to_have_value("tách\n")


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_choice_is_a_button(way, chat):
    choice = chat.open().ask(AMBIGUOUS).get_by_role("button").nth(1)
    title = choice.inner_text()
    if way == "mouse":
        choice.click()
    else:
        chat.tab_to(title, "Shift+Tab")
        chat.page.keyboard.press("Enter")
    expect(chat.answer(3)).to_contain_text("1.013823")
    assert chat.messages()[3] == title
    expect(chat.field).to_be_focused()


def test_a_dossier_is_looked_up_with_its_proof(chat):
    asked_for_proof = chat.open().ask("hồ sơ H26.19-250701-0012 tới đâu rồi")
    expect(asked_for_proof).not_to_contain_text("29/07/2025")
    expect(chat.ask("M3PD-7RWE")).to_contain_text("29/07/2025")


def test_a_reload_restores_the_conversation(chat):
    chat.open().ask(QUESTION)
    chat.ask(AMBIGUOUS).get_by_role("button").first.click()
    chat.answer(4)
    before = chat.messages()
    chat.page.reload()
    chat.answer(4)
    assert chat.messages() == before
    chat.ask(QUESTION)
    assert len(chat.messages()) == len(before) + 2


def test_while_the_assistant_starts_the_page_says_so_and_keeps_the_question(chat):
    chat.expected = ("status of 503",)
    chat.page.route("**/readyz", lambda route: route.fulfill(status=503, body=STARTING))
    chat.open().say(QUESTION)
    expect(chat.page.locator("#waking")).to_be_visible()
    chat.page.unroute("**/readyz")
    chat.answer(2)
    expect(chat.page.locator("#waking")).to_be_hidden()


def test_that_an_officer_has_taken_over_is_said(chat):
    news = {"state": "human", "typing": True, "messages": []}

    def take_over(route):
        if "after=0" in route.request.url:
            route.continue_()
        elif chat.page.locator("#state").is_hidden():
            route.fulfill(json=news)

    chat.page.route("**/api/messages?*", take_over)
    chat.open()
    expect(chat.page.locator("#state")).to_have_text(HUMAN)
    expect(chat.sign).to_be_hidden()


def test_who_ends_the_conversation_begins_a_new_one(chat):
    chat.open().ask(QUESTION)
    chat.page.locator("#end").click()
    chat.page.locator("#end-yes").click()
    chat.answer(1)
    chat.page.reload()
    chat.answer(1)
    assert len(chat.messages()) == 1
