"""The chat page and the headers that everything carries."""

import re
from html.parser import HTMLParser

import pytest

from bot.api.page import STATIC

pytestmark = pytest.mark.anyio

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
}


class Page(HTMLParser):
    """Every element with its attributes, and the texts of scripts and styles."""

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self.inline = ""
        self._within = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._within = tag

    def handle_data(self, data):
        if self._within in ("script", "style"):
            self.inline += data.strip()

    def handle_endtag(self, tag):
        self._within = None

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
async def page(resting_house):
    return Page((await resting_house.http.get("/")).text)


@pytest.mark.parametrize(
    "path", ["/", "/static/chat.js", "/healthz", "/api/messages", "/nothing", "/openapi.json"]
)
async def test_the_policy_is_strict_everywhere(resting_house, path):
    headers = (await resting_house.http.get(path)).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert POLICY.items() <= policy.items()
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


async def test_the_page_answers_while_nothing_else_is_there_yet(idle_house):
    idle_house.build()
    assert (await idle_house.http.get("/")).status_code == 200
    assert (await idle_house.http.get("/healthz")).status_code == 200


async def test_nothing_on_the_page_is_inline_or_from_elsewhere(page):
    assert page.inline == ""
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
    sources = [a["src"] for a in page.all("script")] + [a["href"] for a in page.all("link")]
    assert all(source.startswith("/static/") for source in sources)


async def test_every_field_has_a_label_and_the_page_its_language(page):
    assert page.all("html") == [{"lang": "vi"}]
    labelled = {label["for"] for label in page.all("label")}
    assert {field["id"] for field in page.all("input") + page.all("textarea")} <= labelled
    assert [a for _, a in page.elements if a.get("aria-live") == "polite"]


async def test_hotline_and_portal_are_there_without_a_script(resting_house):
    html = (await resting_house.http.get("/")).text
    fallback = re.search(r"<noscript>(.*?)</noscript>", html, re.DOTALL)[1]
    assert "18001096" in fallback
    assert "https://dichvucong.gov.vn" in fallback


def test_scripts_touch_the_page_by_text_nodes_only():
    for script in STATIC.glob("*.js"):
        text = script.read_text("utf-8")
        for forbidden in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "localStorage",
        ):
            assert forbidden not in text, script.name


def test_the_page_is_small():
    assert sum(len(file.read_bytes()) for file in STATIC.iterdir()) < 40_000


async def test_readiness_names_every_part(house):
    ready = await house.http.get("/readyz")
    assert ready.json() == {
        "ready": True,
        "parts": {"database": "ok", "engine": "ok", "actions": "ok", "intake": "ok"},
    }


async def test_version_names_model_snapshot_and_settings(house):
    await house.http.get("/readyz")
    version = (await house.http.get("/version")).json()
    assert set(version) == {"version", "model", "snapshot", "settings"}
    assert version["snapshot"] == "snapshot-7"
