"""What the extractors read, and what they must leave alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.nlu.entities.applicants import read_applicants
from bot.nlu.entities.dates import read_dates
from bot.nlu.entities.places import read_places
from bot.nlu.entities.sums import read_sums
from knowledge_base.gazetteer.gazetteer import Gazetteer
from knowledge_base.vietnamese.folding import fold

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nộp hôm qua mà chưa thấy gì", ["2026-11-24"]),
        ("nop hom kia", ["2026-11-23"]),
        ("mai tôi ra, à ngày mốt", ["2026-11-27"]),
        ("tuần trước em nộp", ["2026-W47"]),
        ("tháng sau", ["2026-12"]),
        ("tháng sáu", ["2026-06"]),
        ("sang năm, năm ngoái, năm kia", ["2027", "2025", "2024"]),
        ("cách đây 3 tuần", ["2026-W45"]),
        ("hai tuần nữa tôi cưới", ["2026-W50"]),
        ("3 ngày trước", ["2026-11-22"]),
        ("thứ hai tuần sau", ["2026-11-30"]),
        ("t2 tuan truoc", ["2026-11-16"]),
        ("thứ sáu tới", ["2026-11-27"]),
        ("ngày 3/5 tôi nộp", ["2026-05-03"]),
        ("hẹn ngày 12/12", ["2026-12-12"]),
        ("sinh ngày 29/2/2024", ["2024-02-29"]),
        ("sinh 05-09-79", ["1979-09-05"]),
        ("ngày 3 tháng 5 năm 2026", ["2026-05-03"]),
        ("ngày hai mươi tháng mười một", ["2026-11-20"]),
        ("từ 3/5 đến 10/6", ["2026-05-03", "2026-06-10"]),
        ("tháng 12 năm 2025", ["2025-12"]),
        ("cấp năm 2020", ["2020"]),
        ("ngày 20 có không", ["2026-11-20"]),
        ("2026-11-24", ["2026-11-24"]),
    ],
)
def test_dates_are_read_in_their_normal_form(text: str, values: list[str]) -> None:
    assert [found.value for found in read_dates(text, TODAY)] == values


@pytest.mark.parametrize(
    "text",
    [
        "ngày 31/4/2026",
        "30/2/2026",
        "ngày 29/2/2025",
        "ngày 45/13",
        "mức độ 3/4",
        "ngày 15 tháng 8 âm lịch",
        "hồ sơ H26.19-250701-0012",
        "nghị định 151/2025/NĐ-CP",
        "luật 31/2024/QH15",
        "thủ tục 1.012753",
        "gọi 0912.345.678",
        "một ngày 2 lần",
        "5 ngày làm việc",
        "trong vòng 15 ngày",
        "ba tháng nay rồi",
        "cả tuần rồi",
        "3 ngày trước khi cưới",
        "trường hợp thứ ba",
        "03706/2026/07906",
    ],
)
def test_what_is_no_date_or_an_impossible_one_is_left_alone(text: str) -> None:
    assert read_dates(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("50k", [50_000]),
        ("2 triệu rưỡi", [2_500_000]),
        ("1tr2", [1_200_000]),
        ("1tr250", [1_250_000]),
        ("200.000đ", [200_000]),
        ("200,000 VND", [200_000]),
        ("1.500.000đ/lần", [1_500_000]),
        ("năm mươi nghìn", [50_000]),
        ("nam chuc ngan", [50_000]),
        ("hai mươi mốt nghìn", [21_000]),
        ("một trăm linh năm nghìn đồng", [105_000]),
        ("một triệu hai", [1_200_000]),
        ("1 triệu 2 trăm nghìn", [1_200_000]),
        ("2 tỷ 3", [2_300_000_000]),
        ("nửa triệu", [500_000]),
        ("1,5 triệu", [1_500_000]),
        ("2 củ", [2_000_000]),
        ("2tr5 và 300k", [2_500_000, 300_000]),
    ],
)
def test_sums_are_read_in_dong(text: str, values: list[int]) -> None:
    assert [found.value for found in read_sums(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "50000",
        "2 triệu người",
        "có 2 k",
        "số 1.012753",
        "5 ngày",
        "hồ sơ H26.19-250701-0012",
        "10 USD",
        "năm 2025",
    ],
)
def test_a_number_without_a_unit_of_money_is_no_sum(text: str) -> None:
    assert read_sums(text) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("công ty tôi muốn làm, em đi nộp thay sếp", ["company", "proxy"]),
        ("duoc uy quyen", ["proxy"]),
        ("tôi tự đi nộp", ["self"]),
        ("không phải công ty, cá nhân thôi", ["individual"]),
        ("em là việt kiều", ["overseas"]),
        ("hộ kinh doanh của tôi", ["household_business"]),
        ("con tôi chưa đủ tuổi", ["minor"]),
        ("chồng tây", ["foreigner"]),
        ("không ủy quyền cho ai", ["self"]),
    ],
)
def test_applicants_and_filers_are_read_as_kinds(text: str, kinds: list[str]) -> None:
    assert [found.value for found in read_applicants(text)] == kinds


@pytest.mark.parametrize(
    "text", ["làm hộ khẩu cho con", "nộp hộ chiếu", "làm thay đổi nội dung", "cơ quan nào"]
)
def test_words_that_only_begin_alike_name_nobody(text: str) -> None:
    assert read_applicants(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tôi ở phường Dịch Vọng nộp ở đâu", ["phường Dịch Vọng"]),
        ("ở Nghệ An thì sao", ["Nghệ An"]),
        ("o nghe an thi sao", ["Nghệ An"]),
        ("quan 5 tphcm", ["quận 5", "Hồ Chí Minh"]),
        ("nhà em ở Bình Dương", ["Bình Dương"]),
        ("làm ở xã hay huyện", []),
        ("hợp tác xã Tân Lập", []),
        ("hòa bình thế giới", []),
    ],
)
def test_places_are_read_also_without_the_table_of_communes(text: str, places: list[str]) -> None:
    assert [found.value for found in read_places(text, Gazetteer())] == places


def test_a_province_of_before_says_which_one_it_is_today() -> None:
    (found,) = read_places("quê Thái Bình", Gazetteer())
    assert found.more["provinces"] == ["Hưng Yên"]


@pytest.mark.parametrize(
    "text", ["nộp 200.000đ hôm qua", "Ｎộp  50k\u200b ngày 3/5 nhé", "", "   ", "😀", "ngày", "tr"]
)
def test_spans_are_what_was_typed(text: str) -> None:
    for found in [*read_dates(text, TODAY), *read_sums(text), *read_applicants(text)]:
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text", ["hôm qua nộp năm mươi nghìn", "công ty ở Nghệ An", "tuần trước, thứ hai tuần sau"]
)
def test_text_without_marks_is_read_alike(text: str) -> None:
    def read(typed: str) -> list[object]:
        dates, places = read_dates(typed, TODAY), read_places(typed, Gazetteer())
        return [found.value for found in [*dates, *read_sums(typed), *read_applicants(typed), *places]]

    assert read(fold(text)) == read(text)
