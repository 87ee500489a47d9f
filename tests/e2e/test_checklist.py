"""From an answer about papers to the list: it can be ticked off, printed, and used by everybody."""

import pytest
from playwright.sync_api import expect

from tests.e2e.test_accessibility import AXE, RULES, WIDTHS

pytestmark = [pytest.mark.browser, pytest.mark.stack]


def test_the_list_opens_from_an_answer_and_breaks_no_rule(chat):
    page = chat.open().page
    chat.ask("làm giấy khai sinh cho con cần giấy tờ gì")
    page.goto(page.locator(".printable a").last.get_attribute("href"))
    page.get_by_role("checkbox").first.check()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.get_by_role("link", name="Tôi tự nộp").click()
    expect(page.get_by_role("link", name="Tôi tự nộp")).to_have_attribute("aria-current", "page")
    page.evaluate(AXE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)
            found = page.evaluate("(rules) => axe.run(document, rules)", RULES)["violations"]
            assert [(broken["id"], broken["nodes"][0]["html"]) for broken in found] == []
    sheet = page.request.get(
        page.get_by_role("link", name="Tải bản PDF để in").evaluate("(link) => link.href")
    )
    assert sheet.body().startswith(b"%PDF-")
    assert chat.complaints == []
