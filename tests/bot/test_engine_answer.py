"""What the engine sends back is cleaned before a citizen sees it."""

import pytest

from bot.engine_answer import read_answer
from tests.bot.scripted import said


def with_link(url):
    citation = {"code": "1.012784", "decision": "3380/QĐ", "updated": "2026-04-16", "url": url}
    return read_answer(said("x", custom={"citations": [citation]})).reply.citations[0].url


def test_signs_that_turn_or_hide_text_are_taken_out():
    assert read_answer(said("a\u202eb\u200bc\0d\ne")).reply.text == "abcd\ne"


@pytest.mark.parametrize(
    "url", ["https://dichvucong.gov.vn/p/home/dvc-tthc.html?ma=1.012784", "https://x", "https://a.vn:8443/b"]
)
def test_a_link_to_a_page_stays(url):
    assert with_link(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "http://x", "https://a@b", "//x", "https://x/\u202e", "https://x y", "data:,x"],
)
def test_any_other_link_is_left_out(url):
    assert with_link(url) == ""


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        ({"code": "1.012784", "case": 0, "proxy": None}, "/checklists/1.012784"),
        ({"code": " 1.012784", "case": 2, "proxy": False}, "/checklists/%201.012784?case=2&proxy=0"),
        ({"code": "//x/../y?z#", "case": 0, "proxy": True}, "/checklists/%2F%2Fx%2F..%2Fy%3Fz%23?proxy=1"),
    ],
)
def test_a_list_of_papers_becomes_an_address_within_this_site(asked, address):
    assert read_answer(said("x", custom={"checklist": asked})).reply.checklists == (address,)
