"""The list of papers as a page and as PDF, from the real action server."""

import httpx
import pytest

from actions.server import create_app
from tests.actions.desk import services
from tests.actions.made_up import LEASE, SPLIT
from tests.bot.house import SECRETS
from tests.bot.test_page import Page

pytestmark = pytest.mark.anyio

CASES = "Bạn thuộc trường hợp nào?"


async def down(request):
    raise httpx.ConnectError("down", request=request)


async def nonsense(request):
    return httpx.Response(200, json={"code": 7})


@pytest.fixture
async def shelf(idle_house):
    """A gateway in front of the real action server."""
    server = httpx.ASGITransport(create_app(services(), SECRETS.actions_secret))

    async def reach(request):
        request.headers["X-Motcua-Secret"] = SECRETS.actions_secret
        return await server.handle_async_request(request)

    idle_house.actions = reach
    async with idle_house.resting() as house:
        yield house


async def test_the_page_lists_papers_with_boxes_to_tick_and_their_source(shelf):
    response = await shelf.http.get(f"/checklists/{SPLIT.code}")
    assert response.status_code == 200
    page, text = Page(response.text), response.text
    assert page.all("html") == [{"lang": "vi"}]
    assert len(page.all("input")) == 2
    assert all(box["type"] == "checkbox" for box in page.all("input"))
    for part in (
        "Giấy chứng nhận đã cấp",
        "1 bản chính, 1 bản sao",
        "Mau21.docx",
        "Thành phần hồ sơ, dòng 2",
        "22 ngày làm việc",
    ):
        assert part in text
    assert f'href="{SPLIT.portal_url}"' in text
    assert CASES not in text


async def test_the_page_needs_no_script_and_nothing_from_elsewhere(shelf):
    page = Page((await shelf.http.get(f"/checklists/{LEASE.code}")).text)
    assert page.inline == ""
    assert page.all("script") == []
    assert all(link["href"].startswith("/static/") for link in page.all("link"))
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag


async def test_cases_can_be_chosen_on_the_page(shelf):
    whole = (await shelf.http.get(f"/checklists/{LEASE.code}")).text
    assert CASES in whole
    assert f'href="/checklists/{LEASE.code}?case=2"' in whole
    one = (await shelf.http.get(f"/checklists/{LEASE.code}?case=2")).text
    assert "Giấy B15" in one
    assert "Giấy A1<" not in one
    assert f'href="/checklists/{LEASE.code}.pdf?case=2"' in one


async def test_the_same_list_comes_as_pdf(shelf):
    response = await shelf.http.get(f"/checklists/{LEASE.code}.pdf?case=2&proxy=0")
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == f'inline; filename="giay-to-{LEASE.code}.pdf"'
    assert response.content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "path",
    [
        "9.999999",
        "9.999999.pdf",
        "%20",
        f"{LEASE.code}?case=9",
        f"{SPLIT.code}?case=x",
        f"{SPLIT.code}?proxy=2",
        "<script>.pdf",
    ],
)
async def test_an_address_of_no_list_is_told_so(shelf, path):
    response = await shelf.http.get(f"/checklists/{path}")
    assert response.status_code == 404
    assert "Địa chỉ này không có danh sách giấy tờ nào." in response.text
    assert "https://dichvucong.gov.vn" in response.text
    assert "<script" not in response.text


@pytest.mark.parametrize("actions", [down, nonsense])
@pytest.mark.parametrize("ending", ["", ".pdf"])
async def test_a_silent_action_server_is_admitted(idle_house, actions, ending):
    idle_house.actions = actions
    async with idle_house.resting() as house:
        response = await house.http.get(f"/checklists/{SPLIT.code}{ending}")
    assert response.status_code == 503
    assert response.headers["retry-after"] == "5"
    assert "chưa mở được kho thủ tục" in response.text
    assert "18001096" in response.text


async def test_one_client_gets_its_share(shelf):
    shelf.parts.sheets._a_minute = 1
    statuses = [(await shelf.http.get(f"/checklists/{SPLIT.code}")).status_code for _ in range(2)]
    assert statuses == [200, 429]


async def test_only_who_knows_the_secret_gets_a_list_from_the_action_server():
    transport = httpx.ASGITransport(create_app(services(), "made-up secret"))
    async with httpx.AsyncClient(transport=transport, base_url="http://actions") as client:
        assert (await client.get(f"/checklists/{SPLIT.code}")).status_code == 403
