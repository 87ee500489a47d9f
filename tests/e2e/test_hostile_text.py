"""Markup stays text, whether a citizen types it or an answer brings it."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.stack]

HOSTILE = yaml.safe_load(Path(__file__).with_name("hostile.yml").read_text("utf-8"))
OUR_TAGS = {"LI", "P", "DIV", "UL", "OL", "A", "SPAN", "BUTTON", "DETAILS", "SUMMARY", "TIME"}
TAGS = "[...new Set([...document.querySelectorAll('#messages *')].map((element) => element.tagName))]"
EVIL_CITATION = {
    "code": HOSTILE[0],
    "decision": HOSTILE[1],
    "updated": HOSTILE[2],
    "url": "javascript:alert(1)",
}


def assert_inert(page):
    assert set(page.evaluate(TAGS)) <= OUR_TAGS
    assert page.evaluate("window.hacked") is None
    links = page.locator("#messages a").evaluate_all("(links) => links.map((link) => link.protocol)")
    assert set(links) <= {"https:"}


def test_what_a_citizen_types_stays_text(chat):
    chat.open()
    for text in HOSTILE:
        chat.ask(text)
    assert [text for text in HOSTILE if text not in chat.messages()] == []
    assert_inert(chat.page)


def test_what_an_answer_brings_stays_text(chat):
    messages = [
        {
            "seq": number,
            "author": "officer" if number % 2 else "bot",
            "text": text,
            "outcome": "answered",
            "buttons": [{"id": text, "title": text}],
            "citations": [EVIL_CITATION],
        }
        for number, text in enumerate(HOSTILE, 1)
    ]
    news = {"state": "bot", "typing": False, "messages": messages}

    def answer(route):
        if "after=0" in route.request.url:
            route.fulfill(json=news)

    chat.page.route("**/api/messages?*", answer)
    chat.page.goto(chat.address)
    expect(chat.page.locator(".message")).to_have_count(len(HOSTILE))
    notes = chat.page.locator(".text .off-screen")
    notes.evaluate_all("(notes) => notes.forEach((note) => note.remove())")
    assert chat.messages() == HOSTILE
    for summary in chat.page.locator("summary").all():
        summary.click()
    assert_inert(chat.page)
