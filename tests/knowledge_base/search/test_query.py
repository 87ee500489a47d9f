"""Sides of a procedure, politeness and filler are set aside; names stay whole."""

from __future__ import annotations

import pytest

from knowledge_base.search.query import read_query


@pytest.mark.parametrize(
    ("text", "facets"),
    [
        ("làm sổ đỏ lần đầu cần giấy tờ gì", ("documents",)),
        ("tách thửa cần những gì ạ", ("documents",)),
        ("phi sang ten so do", ("fee",)),
        ("phí sang tên sổ đỏ bao nhiêu tiền", ("fee",)),
        ("tách thửa hết bao nhiêu", ("fee",)),
        ("tổ chức xin cấp giấy chứng nhận nộp ở đâu, bao lâu", ("place", "time")),
        ("bao lau thi xong", ("time",)),
        ("tạm trú ở đâu", ("place",)),
        ("khai sinh làm online được không", ("online",)),
        ("lam ho chieu qua mang duoc khong", ("online",)),
        ("điều kiện tách thửa là gì", ("conditions",)),
        ("căn cứ pháp lý của thủ tục tách thửa", ("legal_basis",)),
        ("mẫu đơn là mẫu nào", ("forms",)),
        ("làm xong được gì", ("result",)),
        ("các bước tách thửa", ("steps",)),
        ("tách thửa như thế nào", ("steps",)),
        ("thế còn phí thì thế nào", ("fee",)),
        ("tách thửa", ()),
        ("giấy chứng nhận quyền sử dụng đất", ()),
        ("lệ phí trước bạ nhà đất", ()),
        ("gia hạn thời hạn sử dụng đất", ()),
        ("đất phi nông nghiệp", ()),
        ("dat phi nong nghiep", ()),
        ("lệ phí trước bạ nhà đất khai ở đâu", ("place",)),
        ("gia hạn thời hạn sử dụng đất mất bao lâu", ("time",)),
        ("làm hồ sơ hưởng lương hưu", ()),
    ],
)
def test_sides_are_read_in_the_order_named(text: str, facets: tuple[str, ...]) -> None:
    assert read_query(text).facets == facets


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("cho em hỏi làm sổ đỏ lần đầu cần giấy tờ gì ạ", "làm sổ đỏ lần đầu"),
        ("phí sang tên sổ đỏ", "sang tên sổ đỏ"),
        ("tạm trú ở đâu", "tạm trú"),
        ("lệ phí trước bạ nhà đất khai ở đâu", "lệ phí trước bạ nhà đất"),
        ("gia hạn thời hạn sử dụng đất mất bao lâu", "gia hạn thời hạn sử dụng đất"),
        ("cấp giấy chứng nhận lần đầu cần giấy tờ gì", "cấp giấy chứng nhận lần đầu"),
        ("mất sổ đỏ", "mất sổ đỏ"),
        ("đk tạm trú cần hs gì", "đăng ký tạm trú"),
        ("sang ten so do can gi", "sang ten so do"),
    ],
)
def test_what_is_left_names_the_procedure(text: str, content: str) -> None:
    assert " ".join(read_query(text).content) == content


@pytest.mark.parametrize(
    "text",
    [
        "thế còn phí?",
        "the con phi thi sao",
        "bao lâu vậy ạ",
        "nộp ở đâu",
        "",
        "😀",
        "có làm online được không",
    ],
)
def test_a_question_without_a_name_follows_up(text: str) -> None:
    assert read_query(text).is_follow_up


@pytest.mark.parametrize("text", ["tách thửa", "ở xã", "so do", "mat so do"])
def test_a_question_with_a_name_does_not(text: str) -> None:
    assert not read_query(text).is_follow_up
