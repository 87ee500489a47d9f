"""A browser, started once, and a chat page in a window of its own for each test."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.e2e.chat import Chat
from tests.world.engine import ROOT

PATIENCE_MS = 15_000


@pytest.fixture(scope="package")
def browser():
    """Stopped when these tests are done, as Playwright's event loop shuts out every other in its thread."""
    found = subprocess.run(
        [sys.executable, ROOT / "setup" / "browser.py"], capture_output=True, text=True, check=False
    )
    if found.returncode:
        pytest.skip(f"no real browser here: {found.stdout.strip()}; make setup-tests looks for one")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found.stdout.strip())
        yield chromium
        chromium.close()


@pytest.fixture
def chat(browser, request):
    """The page, not yet opened; whatever the browser complains about fails the test."""
    stack = request.getfixturevalue("stack")  # not started where there is no browser
    context = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE_MS)
    chat = Chat(context.new_page(), str(stack.http.base_url))
    yield chat
    context.close()
    assert chat.complaints == []
