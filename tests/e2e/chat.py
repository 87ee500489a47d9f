"""The chat page as a test drives it."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Locator, Page, Route, expect

TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
LOST_CONNECTION = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")


class Chat:
    """A page with its conversation; ``complaints`` is what the browser found wrong with it, but for ``expected``."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.expected: tuple[str, ...] = ()
        page.add_init_script(TELL_VIOLATIONS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and not any(part in said.text for part in self.expected):
            self.complaints.append(f"{said.text} ({said.location['url']})")

    @property
    def field(self) -> Locator:
        return self.page.locator("#text")

    @property
    def sign(self) -> Locator:
        return self.page.locator("#typing")

    @property
    def answers(self) -> Locator:
        return self.page.locator(".message.bot")

    @property
    def held(self) -> Locator:
        """What says that a message has not been sent."""
        return self.page.locator(".held:visible")

    def messages(self) -> list[str]:
        """Return the texts of both sides, in order."""
        return self.page.locator(".message .text").all_inner_texts()

    def open(self) -> Chat:
        """Load the page; return once the greeting is there."""
        self.page.goto(self.address)
        expect(self.answers).to_have_count(1)
        return self

    def say(self, text: str) -> None:
        """Type a text and send it with Enter."""
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self, text: str) -> Locator:
        """Say something; return what is answered."""
        before = self.answers.count()
        self.say(text)
        return self.answer(before + 1)

    def answer(self, number: int) -> Locator:
        """Return the answer that is the newest and has this number, the greeting being the first."""
        expect(self.answers).to_have_count(number)
        expect(self.sign).to_be_hidden()
        return self.answers.last

    def lose_messages(self) -> None:
        """From now on nothing that is sent arrives."""
        self.expected = LOST_CONNECTION
        self.page.route("**/api/messages", _lose)

    def stop_losing(self) -> None:
        """Let messages arrive again."""
        self.page.unroute("**/api/messages")

    def focused(self) -> str:
        """Return the id of what has the focus, or its text."""
        text: str = self.page.evaluate("document.activeElement.id || document.activeElement.innerText")
        return text

    def tab_to(self, wanted: str, key: str = "Tab") -> None:
        """Press a key until what is wanted has the focus; fail after a round of the page."""
        for _ in range(60):
            self.page.keyboard.press(key)
            if self.focused() == wanted:
                return
        raise AssertionError(f"{wanted} is not reached by {key}")


def _lose(route: Route) -> None:
    if route.request.method == "POST":
        route.abort()
    else:
        route.fallback()
