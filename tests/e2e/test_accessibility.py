"""The page for everybody: by keyboard alone, by screen reader, on a small screen, in light and dark."""

from importlib.resources import files

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.stack]

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
WIDTHS = (320, 390, 1280)
LISTEN = """
window.announced = [];
new MutationObserver((changes) => {
  for (const change of changes) for (const node of change.addedNodes) window.announced.push(node.textContent);
}).observe(document.getElementById("announcer"), { childList: true });
"""
IN_SIGHT = """() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  return document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}"""
LONG = "làm sổ đỏ lần đầu cần giấy tờ gì"
AMBIGUOUS = "chuyển mục đích sử dụng đất"
UNKNOWN = "xin giấy phép nuôi hổ cần gì"


def empty(chat):
    expect(chat.page.locator("#examples")).to_be_visible()


def choices(chat):
    chat.ask(AMBIGUOUS)


def refused_and_not_sent(chat):
    chat.ask(UNKNOWN)
    chat.lose_messages()
    chat.say("x" * 300)
    expect(chat.held).to_be_visible()


def long_answer(chat):
    chat.ask(LONG)


def asked_to_confirm(chat):
    chat.page.locator("#end").click()


@pytest.mark.parametrize("state", [empty, choices, refused_and_not_sent, long_answer, asked_to_confirm])
def test_no_rule_is_broken_in_any_width_and_colour(state, chat):
    page = chat.open().page
    state(chat)
    page.evaluate(AXE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)
            found = page.evaluate("(rules) => axe.run(document, rules)", RULES)
            broken = [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found["violations"]]
            assert broken == [], f"{width} px, {colours}"


def test_everything_can_be_done_by_keyboard_alone(chat):
    keyboard = chat.open().page.keyboard
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert chat.focused() == "text"
    keyboard.type(AMBIGUOUS)
    keyboard.press("Enter")
    choice = chat.answer(2).get_by_role("button").last.inner_text()
    chat.tab_to(choice, "Shift+Tab")
    assert chat.page.evaluate(IN_SIGHT)
    keyboard.press("Space")
    chat.answer(3)
    assert chat.focused() == "text"
    chat.tab_to("end")
    keyboard.press("Enter")
    assert chat.focused() == "end-no"
    keyboard.press("Escape")
    assert chat.focused() == "end"
    keyboard.press("Enter")
    chat.tab_to("end-yes")
    keyboard.press("Enter")
    chat.answer(1)
    expect(chat.field).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(320, 800), (320, 400), (1280, 600)])
def test_what_has_the_focus_is_never_hidden(width, height, chat):
    chat.page.set_viewport_size({"width": width, "height": height})
    buttons = chat.open().ask(LONG).get_by_role("button").count()
    chat.page.locator("#end").focus()
    for key in ("Tab", "Shift+Tab"):
        for _ in range(buttons + 2):
            chat.page.keyboard.press(key)
            assert chat.page.evaluate(IN_SIGHT), chat.focused()


def test_each_answer_is_announced_once_and_the_focus_stays(chat):
    chat.open().page.evaluate(LISTEN)
    chat.ask(AMBIGUOUS)
    chat.ask(UNKNOWN)
    announced = chat.page.evaluate("window.announced")
    assert len(announced) == 2
    assert "1.013949" in announced[0]
    assert "18001096" in announced[1]
    assert chat.focused() == "text"
    assert chat.page.locator("[aria-live] .message, .message[aria-live]").count() == 0


def test_a_restored_conversation_is_not_announced_again(chat):
    chat.open().ask(UNKNOWN)
    chat.page.add_init_script(f"document.addEventListener('DOMContentLoaded', () => {{ {LISTEN} }})")
    chat.page.reload()
    chat.answer(2)
    assert chat.page.evaluate("window.announced") == []


def test_a_long_answer_is_shown_from_its_beginning(chat):
    chat.page.set_viewport_size({"width": 320, "height": 640})
    answer = chat.open().ask(LONG)
    expect(answer.locator(".title")).to_be_in_viewport()
    expect(chat.field).to_be_in_viewport()


def test_nothing_moves_for_who_wants_it_still(chat):
    chat.page.emulate_media(reduced_motion="reduce")
    chat.open()
    running = "document.getAnimations({ subtree: true }).length"
    chat.field.fill(LONG)
    assert (
        chat.page.evaluate(
            f"() => {{ document.getElementById('compose').requestSubmit(); return {running}; }}"
        )
        == 0
    )
    chat.answer(2)
